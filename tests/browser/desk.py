"""A person at the page: presses what the sidebar shows, reads the cells, never reloads unless the test says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Playground

_OUTCOME = re.compile(r"([\d,]+) (Hot|Warm|Cold|drafted offline|without a draft|kept|leads|scored|drafts)\b")
_READ = """async ([rows, columns]) => {
  const read = [];
  for (const row of rows) for (const column of columns) read.push(await playground.cell(row, column));
  return read;
}"""
_UNTIL_FILLED = """async ([top, header, row]) => {
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    for (let column = 0; column < 40; column += 1)
      if ((await playground.cell(top, column)) === header && (await playground.cell(row, column)) !== "") return;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`nothing below ${header} in row ${row}`);
}"""
_WATCH = """() => {
  window.redraws = 0;
  const watch = new MutationObserver((records) => { window.redraws += records.length; });
  const all = { childList: true, subtree: true, attributes: true, characterData: true };
  watch.observe(document.querySelector("[data-part=sidebar]"), all);
}"""

MOST_SAMPLES = 3
"""Drafts shown before the rest is written."""


class Desk:
    """The page of one user with one file open at a time; ``rows`` counts the file's lines, header included."""

    def __init__(self, page: Page, playground: Playground) -> None:
        self.page = page
        self.playground = playground
        self.side = page.locator("[data-part=sidebar]")
        self.file, self.rows, self.header_row = "", 0, 0

    # The sheet

    def open_file(self, file_id: str, rows: int, header_row: int = 0) -> None:
        """Open a file that the playground holds, with so many lines; the sidebar stays as it is."""
        self.page.evaluate("id => playground.open(id)", file_id)
        self._took(file_id, rows, header_row)

    def choose_csv(self, path: Path, rows: int) -> None:
        """Open a file of one's own through the page's file input."""
        with self.page.expect_response("**/play/files?*") as answer:
            self.page.get_by_test_id("file-open-csv").set_input_files(path)
        file_id = answer.value.json()["id"]
        self.page.wait_for_function("id => location.search.includes(id)", arg=file_id)
        self._took(file_id, rows, 0)

    def _took(self, file_id: str, rows: int, header_row: int) -> None:
        self.file, self.rows, self.header_row = file_id, rows, header_row
        self.page.locator('[data-row="0"][data-col="0"]').wait_for()

    def cells(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
        """Return what the page shows of these rows and columns, a list a row."""
        flat = self.page.evaluate(_READ, [list(rows), list(columns)])
        return [flat[at : at + len(columns)] for at in range(0, len(flat), len(columns))]

    def column(self, header: str) -> list[str]:
        """Return a column of ours below its header, as the page shows it a moment after."""
        at = self.own()[header]
        return [value for (value,) in self.cells(range(self.header_row + 1, self.rows), [at])]

    def own(self) -> dict[str, int]:
        """Return the places of the columns that the add-on inserted, by what stands in the header row."""
        self.catch_up()
        marked = self.playground.ask(f"/play/files/{self.file}")["tabs"][0]["ownColumns"]
        places = [column["index"] for column in marked]
        return dict(zip(self.cells([self.header_row], places)[0], places, strict=True)) if places else {}

    def users_cells(self, width: int) -> list[list[str]]:
        """Return the first ``width`` columns that are not the add-on's."""
        ours = set(self.own().values())
        columns = [column for column in range(width + len(ours)) if column not in ours][:width]
        return self.cells(range(self.rows), columns)

    def type_at(self, row: int, column: int, text: str) -> None:
        self.page.locator(f'[data-row="{row}"][data-col="{column}"]').click()
        with self.page.expect_response("**/edit"):
            self.page.keyboard.type(text)
            self.page.keyboard.press("Enter")

    def widen(self, header: str, pixels: int) -> None:
        """Drag the right edge of a column of ours."""
        handle = self.page.locator(f'[data-head-col="{self.own()[header]}"] [data-resize]').bounding_box()
        assert handle is not None
        x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + pixels, y)
        self.page.mouse.up()
        self.page.mouse.move(0, 0)

    def picture(self, path: Path) -> None:
        """Save what the page looks like, with what moves at its end."""
        self.page.screenshot(path=path, animations="disabled", caret="initial")

    def go_to(self, *addresses: str) -> None:
        for address in addresses:
            self.page.get_by_label("Cell address").fill(address)
            self.page.keyboard.press("Enter")

    def catch_up(self) -> None:
        """Wait until the page has heard of all that the sheet holds now, by itself."""
        version = self.playground.ask(f"/play/files/{self.file}")["version"]
        self.page.wait_for_function("version => playground.version() >= version", arg=version)

    def wait_until_filled(self, header: str, row: int) -> None:
        """Watch the page until the cell below a header has something in it."""
        self.page.evaluate(_UNTIL_FILLED, [self.header_row, header, row])

    # The sidebar

    def open_sidebar(self) -> None:
        with self.page.expect_response("**/play/host/open"):
            self.page.get_by_test_id("addon-icon").click()
        self.settle()

    def close_sidebar(self) -> None:
        self.page.get_by_test_id("sidebar-close").click()
        self.side.wait_for(state="hidden")

    def allow(self) -> None:
        """Press Allow on this file, and Allow in Google's dialog."""
        self.press("Allow on this file")
        with self.page.expect_response("**/play/host/grant"):
            self.page.get_by_test_id("consent-allow").click()
        self.settle()

    def press(self, name: str) -> None:
        """Press a button of the card and wait for what it brings."""
        with self.page.expect_response("**/play/host/action"):
            self.button(name).click()
        self.settle()

    def settle(self) -> None:
        self.side.get_by_test_id("progress").wait_for(state="hidden")

    def button(self, name: str) -> Locator:
        return self.side.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        return self.side.get_by_label(label)

    def shows(self, text: str) -> None:
        expect(self.side).to_contain_text(text)

    @property
    def card(self) -> str:
        """Return the words of the card on top."""
        return self.side.get_by_test_id("card").inner_text()

    def numbers(self) -> dict[str, int]:
        """Return the numbers on the card by the words behind them."""
        return {word: int(number.replace(",", "")) for number, word in _OUTCOME.findall(self.card)}

    def refresh_until(self, line: str, refresh: str = "Refresh") -> None:
        """Press Refresh, in the reader's language, until the receipt has this line."""
        for _ in range(100):
            self.press(refresh)
            if line in self.card.splitlines():
                return
        raise AssertionError(f"no {line!r} after 100 looks:\n{self.card}")

    def write_drafts(self) -> int:
        """Write drafts for all rows; return how many were samples, none where this style was liked before."""
        self.press("Write drafts")
        for _ in range(100):
            if "Write the rest" in self.card.splitlines():
                samples = len([draft for draft in self.column(self.drafts) if draft])
                self.press("Write the rest")
                return samples
            chosen = re.search(r"of ([\d,]+) rows", self.card)
            if chosen and int(chosen[1].replace(",", "")) > MOST_SAMPLES:
                return 0
            self.press("Refresh")
        raise AssertionError(f"no drafts after 100 looks:\n{self.card}")

    @property
    def drafts(self) -> str:
        """The header over our drafts."""
        return next(header for header in self.own() if header.startswith("Draft"))

    def watch_sidebar(self) -> None:
        """Count from now on what changes in the sidebar."""
        self.page.evaluate(_WATCH)

    @property
    def redraws(self) -> int:
        redraws: int = self.page.evaluate("window.redraws")
        return redraws
