#!/usr/bin/env python3
"""The one command of this project: sets up what is missing, then runs fazhi, or the tests.

    python3 run.py site        check, build and serve on http://127.0.0.1:8000
    python3 run.py test        install what the tests need and run them
    python3 run.py ...         anything else is passed on to fazhi

Standard library only: it runs before anything is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK, TEST_LOCK = HERE / "requirements.lock", HERE / "requirements-test.lock"
NOTICES_LOCK = HERE / "requirements-notices.lock"
NPM, NPM_FILES = HERE / "tests/npm", ("package.json", "package-lock.json")
FLOOR = (3, 11)

DEBIAN = {
    "chromium": "chromium",
    "nginx": "nginx",
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static",
    "git": "git",
    "ssh-keygen": "openssh-client",
    "patch": "patch",
    "ruby": "ruby",
    "/usr/lib/*/libatomic.so.1": "libatomic1",  # the driver of the browser needs it
    "/usr/lib/*/libpango-1.0.so.0": "libpango-1.0-0",  # notices are set with WeasyPrint, which needs these three
    "/usr/lib/*/libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "/usr/lib/*/libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
}
"""What the tests need beside Python, and the Debian package it comes in."""
UNFINISHED = "安装没有完成，请检查网络后重试（installation failed; check the network and run again）"


def main(arguments: list[str]) -> int:
    if sys.version_info < FLOOR:
        return _stop(
            f"需要 Python {FLOOR[0]}.{FLOOR[1]} 以上，现在是 {sys.version.split()[0]}（needs Python 3.11 or later）"
        )
    testing = arguments[:1] == ["test"]
    if testing and (code := _ensure_programs()):
        return code
    if code := _ensure_venv(LOCK, "fazhi"):
        return code
    if testing:
        return _ensure_venv(TEST_LOCK, "test") or _ensure_npm() or _test(arguments[1:])
    prints = arguments[:1] == ["notice"] and not any(each.startswith("--verify") for each in arguments)
    if prints and (code := _ensure_venv(NOTICES_LOCK, "notices")):
        return code
    os.environ.setdefault("FAZHI_HOME", str(HERE))
    return _run([str(PYTHON), "-m", "fazhi.doors.cli", *arguments])


def _test(arguments: list[str]) -> int:
    spread = [] if any(argument.startswith("-n") for argument in arguments) else ["-n", "2"]
    return _run([str(PYTHON), "-m", "pytest", *spread, *arguments], cwd=HERE)


def _ensure_venv(lock: Path, name: str) -> int:
    """Install a lock into .venv unless that very lock is there already; a stamp tells."""
    stamp, wanted = VENV / f"{name}.stamp", _digest(lock, HERE / "pyproject.toml")
    if PYTHON.exists() and _is_stamped(stamp, wanted):
        return 0
    if not PYTHON.exists() and (code := _make_venv()):
        return code
    _say(f"正在安装 {lock.name} 所列的库，只需一次 …（installing once)")
    if _pip("install", "--require-hashes", "-r", str(lock)) or _pip(
        "install", "--no-deps", "--no-build-isolation", "-e", str(HERE)
    ):
        return _stop(UNFINISHED)
    stamp.write_text(wanted)
    return 0


def _ensure_npm() -> int:
    """Install what tests/npm locks into .venv/npm, once; without npm the tests that need it are skipped."""
    stamp, wanted = VENV / "npm.stamp", _digest(*(NPM / name for name in NPM_FILES))
    if _is_stamped(stamp, wanted):
        return 0
    if not (npm := shutil.which("npm")):
        _say("没有 npm，要用它的测试会跳过（there is no npm; the tests that need it are skipped）")
        return 0
    _say("正在安装 tests/npm 所列的包，只需一次 …（installing once)")
    if _npm_ci(npm):
        return _stop(UNFINISHED)
    stamp.write_text(wanted)
    return 0


def _npm_ci(npm: str) -> int:
    """No program of a package runs; every package is held to its hash."""
    (VENV / "npm").mkdir(exist_ok=True)
    for name in NPM_FILES:
        shutil.copyfile(NPM / name, VENV / "npm" / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    return subprocess.call(command, cwd=VENV / "npm", stdout=subprocess.DEVNULL)


def _digest(*files: Path) -> str:
    """What a stamp says: what was installed, and where."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files) + str(VENV).encode()).hexdigest()


def _is_stamped(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def _make_venv() -> int:
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart, in python3-venv
    except ImportError:
        if code := _apt([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]):
            return code
    shutil.rmtree(VENV, ignore_errors=True)
    _say("正在建立 .venv …（making .venv)")
    return subprocess.call([sys.executable, "-m", "venv", str(VENV)])


def _pip(*arguments: str) -> int:
    command = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
    return subprocess.call(command, stdout=sys.stderr)


def _ensure_programs() -> int:
    missing = sorted({package for need, package in DEBIAN.items() if not _is_there(need)})
    return _apt(missing) if missing else 0


def _is_there(need: str) -> bool:
    """Whether a program is on the path, or a file where Debian puts it."""
    return any(Path("/").glob(need[1:])) if need.startswith("/") else shutil.which(need) is not None


def _apt(packages: list[str]) -> int:
    command = f"apt-get install --no-install-recommends -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        return _stop(f"缺少：{' '.join(packages)}，请用本系统的办法安装（please install these）")
    if os.geteuid() != 0:
        return _stop(f"缺少 Debian 软件包，请运行（please run）：\n  sudo {command}")
    _say(f"正在用 apt 安装：{' '.join(packages)}（installing with apt)")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-q"], stdout=sys.stderr)
    if subprocess.call(command.split(), env=environment, stdout=sys.stderr):
        return _stop(f"apt 没有成功，请手工运行（apt failed; please run by hand）：\n  {command}")
    return 0


def _run(command: list[str], cwd: Path | None = None) -> int:
    if os.name == "nt" or cwd:
        return subprocess.call(command, cwd=cwd)
    os.execv(command[0], command)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _stop(text: str) -> int:
    _say(text)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
