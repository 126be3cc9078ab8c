"""The town's own items that rules know by what a law says of them: their ids in town.yml, and an example of each."""

from fazhi.nouns.rule import Example

YEAR_BUDGET = "budget"
FINAL_ACCOUNTS = "final-accounts"
INFORMATION_REPORT = "information-report"
INFORMATION_GUIDE = "information-guide"
INFORMATION_CATALOGUE = "information-catalogue"


def example(
    item: str, body: str | None = None, *, offices: str | None = None, **values: str | None
) -> Example:
    """A disclosure of the government for 2026, in a town that has the item; `offices` are those of its town.yml."""
    items = f"{{{item}: {{name: {{zh: 事项, en: Item}}, of: office, cadence: event, channel: web, since: 2015-01-01}}}}"
    own = {"village": None, "office": "government", "source": "government", "item": item, "period": "2026"}
    town = {"items": items, **({"offices": offices} if offices else {})}
    return Example(values=own | values, body=body, town=town, name=f"villages/government/2026/{item}-year")
