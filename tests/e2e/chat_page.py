"""The chat as a person sees it in a browser: what can be done on the page, and what can be seen there."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Download, Locator, Page, Request, expect

# Where tests, servers and a browser share two cores, a page lags by seconds; a test fails by what it sees, not by when.
PATIENCE: Final = 30_000
expect.set_options(timeout=PATIENCE)

SCREENSHOTS: Final = Path(__file__).parent / "screenshots"

# What Chainlit's own page complains about: its panel on narrow screens has no title for screen readers. And what a test
# does that takes the page off the network, or the chat away.
KNOWN_COMPLAINTS: Final = re.compile(
    r"`DialogContent` requires a `DialogTitle`|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED"
)

# Keeps the page's sockets in reach, for a test to cut them: a browser that goes offline leaves those open that it has.
_SOCKETS: Final = """window.sockets = [];
window.WebSocket = class extends WebSocket {
    constructor(...address) { super(...address); window.sockets.push(this); }
};"""

# Files as the browser hands them over when they are let go above the page.
_DROP: Final = """files => {
    const dropped = new DataTransfer();
    for (const { name, content, zeros } of files)
        dropped.items.add(new File(
            [Uint8Array.from(atob(content), letter => letter.charCodeAt(0)), new Uint8Array(zeros)], name,
        ));
    return dropped;
}"""

# Marks every place where a mark lies: its part of the picture (from 0 to 1), and how much of that is dark.
_MARKS: Final = """marks => marks.map(mark => {
    const picture = mark.parentElement.querySelector('img');
    const whole = picture.getBoundingClientRect(), part = mark.getBoundingClientRect();
    const box = {
        left: (part.left - whole.left) / whole.width, right: (part.right - whole.left) / whole.width,
        top: (part.top - whole.top) / whole.height, bottom: (part.bottom - whole.top) / whole.height,
    };
    const canvas = Object.assign(document.createElement('canvas'), {
        width: picture.naturalWidth, height: picture.naturalHeight,
    });
    const pen = canvas.getContext('2d');
    pen.drawImage(picture, 0, 0);
    const seen = pen.getImageData(
        box.left * canvas.width, box.top * canvas.height,
        (box.right - box.left) * canvas.width, (box.bottom - box.top) * canvas.height,
    ).data;
    let dark = 0;
    for (let at = 0; at < seen.length; at += 4) dark += seen[at] + seen[at + 1] + seen[at + 2] < 384;
    return { line: Number(mark.dataset.line), box, dark: dark / (seen.length / 4) };
})"""


class ChatPage:
    """One tab with the chat open in it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.foreign_requests: list[str] = []
        self._own = urlsplit(url).netloc
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._requested)
        page.on("websocket", lambda socket: self._reached(socket.url))
        page.add_init_script(_SOCKETS)
        page.context.set_default_timeout(PATIENCE)
        page.goto(url, timeout=2 * PATIENCE)
        expect(page.locator("#command-button")).to_be_enabled()  # connected, and the chat has begun

    def drop(self, *files: Path, words: str = "") -> None:
        """Drop files onto the page, with or without words, and send."""
        self._attach(*files)
        self.send(words)

    def _attach(self, *files: Path) -> None:
        dropped = self.page.evaluate_handle(_DROP, [_handed(file) for file in files])
        for event in ("dragenter", "dragover", "drop"):
            self.page.dispatch_event("#message-composer", event, {"dataTransfer": dropped})
        expect(self.page.locator("#attachments > *")).to_have_count(len(files))

    def send(self, words: str) -> None:
        """Write words, as a person does who pastes them, and send."""
        if words:
            self.page.locator("#chat-input").focus()
            self.page.keyboard.insert_text(words)
        self.page.locator("#chat-submit").click()

    def ask(self, question: str) -> Locator:
        """The reply to a question, once all of it is there."""
        before = self.replies.count()
        self.send(question)
        expect(self.replies).not_to_have_count(before, timeout=2 * PATIENCE)
        self.settled()
        return self.replies.last

    def command(self, name: str, words: str = "", file: Path | None = None) -> None:
        """Choose a command from the menu behind `/` and send, with words and a file or without."""
        self.page.locator("#chat-input").press_sequentially(f"/{name}")
        self.page.locator("#chat-input").press("Enter")
        expect(self.page.locator("#message-composer").get_by_text(name, exact=True)).to_be_visible()
        if file is not None:
            self._attach(file)
        self.send(words)

    def starter(self, label: str) -> None:
        """Press one of the first screen's buttons."""
        self.page.locator("#starters button").get_by_text(label, exact=True).click()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Off the network, as a laptop that sleeps; back on it and connected at the end."""
        self.page.context.set_offline(True)
        self.page.evaluate("sockets.splice(0).forEach(socket => socket.close())")
        yield
        self.page.context.set_offline(False)
        self.connected_again()

    def connected_again(self) -> None:
        """Waits until the page has a socket to the chat; those that it had before are taken off its list."""
        self.page.wait_for_function(
            "sockets.some(socket => socket.readyState === WebSocket.OPEN)", timeout=2 * PATIENCE
        )

    @property
    def cards(self) -> Locator:
        """The assessment cards, oldest first."""
        return self.page.get_by_test_id("assessment-card")

    def with_status(self, status: str, within: float = 2 * PATIENCE) -> Locator:
        """The one card of this status, once there is one, within so many milliseconds."""
        card = self.page.locator(f'[data-testid="assessment-card"][data-status="{status}"]')
        expect(card).to_have_count(1, timeout=within)
        return card

    @property
    def panel(self) -> Locator:
        """The resume's page in the side panel."""
        return self.page.get_by_test_id("resume-page")

    @property
    def replies(self) -> Locator:
        """What the chat said, oldest first."""
        return self.page.locator('[data-step-type="assistant_message"]')

    @property
    def failed_files(self) -> Locator:
        """The files that a receipt says could not be read."""
        return self.page.get_by_test_id("failed-file")

    @property
    def matches(self) -> Locator:
        """The rows of all lists of matching postings."""
        return self.page.get_by_test_id("match")

    def finished(self, cards: int = 1) -> Locator:
        """Waits until so many assessments are complete and nothing is under way; gives their cards."""
        complete = self.page.locator('[data-testid="assessment-card"][data-status="done"]')
        expect(complete).to_have_count(cards, timeout=2 * PATIENCE)
        self.settled()
        return complete

    def settled(self) -> None:
        """Waits until the chat has nothing more to say."""
        expect(self.page.locator("#stop-button")).to_have_count(0)

    def open_evidence(self, within: Locator) -> tuple[Locator, str]:
        """Open the first evidence on a single line; gives the panel and the quote that was clicked."""
        evidence = next(
            one
            for one in within.get_by_test_id("evidence").all()
            if one.get_attribute("data-first-line") == one.get_attribute("data-last-line")
        )
        quote = evidence.locator("q").inner_text()
        evidence.click()
        expect(self.panel.get_by_test_id("marked-quote")).to_have_text(quote)
        return self.panel, quote

    def marks(self) -> list[dict[str, object]]:
        """The marks over the page's picture, once it is there."""
        self.panel.locator("img").wait_for()
        self.panel.locator("img").evaluate("picture => picture.decode()")
        marked: list[dict[str, object]] = self.panel.get_by_test_id("marked-line").evaluate_all(_MARKS)
        return marked

    def downloaded(self, link: str | re.Pattern[str], folder: Path) -> Path:
        """The file behind a link that the chat gave; the page moves until all is there, and a click would miss it."""
        made = self.page.locator("a[download]", has_text=link).last
        expect(made).to_be_visible(timeout=2 * PATIENCE)
        self.settled()
        with self.page.expect_download() as waiting:
            made.click()
        download: Download = waiting.value
        target = folder / download.suggested_filename
        download.save_as(target)
        return target

    def overflow(self) -> float:
        """Points by which the page is wider than its window."""
        width: float = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return width

    def screenshot(self, name: str, whole_of: Locator | None = None) -> None:
        """A picture for people to look at: of the window, or of one element in a window that holds all of it."""
        SCREENSHOTS.mkdir(exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        if whole_of is None:
            self.page.screenshot(path=path, animations="disabled")
            return
        window = self.page.viewport_size
        box = whole_of.bounding_box()
        assert window
        assert box
        self.page.set_viewport_size({"width": window["width"], "height": round(box["height"]) + 400})
        whole_of.scroll_into_view_if_needed()
        whole_of.screenshot(path=path, animations="disabled")
        self.page.set_viewport_size(window)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not KNOWN_COMPLAINTS.search(message.text):
            self.complaints.append(f"{message.text} ({message.location})")

    def _requested(self, request: Request) -> None:
        self._reached(request.url)

    def _reached(self, url: str) -> None:
        parts: Sequence[str] = urlsplit(url)
        if parts[0] in {"http", "https", "ws", "wss"} and parts[1] != self._own:
            self.foreign_requests.append(url)


def _handed(file: Path) -> dict[str, object]:
    """A file for the browser; the zeros at the end of a huge one are only counted."""
    content = file.read_bytes()
    begins = content.rstrip(b"\0")
    return {
        "name": file.name,
        "content": base64.b64encode(begins).decode(),
        "zeros": len(content) - len(begins),
    }
