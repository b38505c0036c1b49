"""Ask a language model: a live one where a server is configured, else a recording.

Without a server nothing goes to the network: the answer comes from the recorded transcripts. Each
answer is shown with its origin: live, or recorded and when.
"""

import datetime
import html
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from course import language
from course.data.datasets import load_dataset
from course.errors import UserError
from course.tokens import LIGHT

BASE_URL = "AI4GOV_LLM_BASE_URL"
"""Environment variables: the server's address, such as http://127.0.0.1:8080/v1, the model's name
and the key. The last two are optional."""
MODEL = "AI4GOV_LLM_MODEL"
API_KEY = "AI4GOV_LLM_API_KEY"

RECORDED_MODEL = "SmolLM2-135M-Instruct"
LARGEST_REPLY = 1_000_000
"""Bytes of a server's reply that are read; the rest is ignored."""


class ModelError(UserError):
    """There is no answer; the message is one line for people."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a stack trace."""
        return [f"{type(self).__name__}: {self}"]


@dataclass(frozen=True)
class ModelAnswer:
    """A model's text with its origin; both are always shown together."""

    text: str
    live: bool
    date: datetime.date
    model: str
    temperature: float
    seed: int
    cut_off: bool = False
    """Whether the answer ended at max_tokens."""
    server: str = ""

    @property
    def origin(self) -> str:
        """One line: recorded or live, the date, the model and its settings."""
        t = _t()
        kind = t("LIVE answer of {date}") if self.live else t("STORED answer of {date}")
        model = t("{model} at {server}") if self.live else "{model}"
        facts = [
            kind.format(date=self.date.isoformat()),
            model.format(model=self.model, server=self.server),
            t("temperature {temperature}").format(temperature=t.number(self.temperature, 1)),
        ]
        if not self.live:
            # A live server can ignore the seed.
            facts.append(t("seed {seed}").format(seed=self.seed))
        if self.cut_off:
            facts.append(t("cut off at the limit"))
        return " · ".join(facts)

    def __str__(self) -> str:
        return f"[{self.origin}]\n{self.text}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return (
            f'<figure style="margin: 0; border-left: 5px solid {LIGHT["edge"]}; padding: 2px 12px">'
            f"<figcaption><strong>{html.escape(self.origin)}</strong></figcaption>"
            '<blockquote style="white-space: pre-wrap; margin: 4px 0">'
            f"{html.escape(self.text)}</blockquote></figure>"
        )


def ask_model(
    prompt: str,
    *,
    temperature: float = 0.2,
    seed: int = 1,
    max_tokens: int = 120,
    seconds: float = 120,
) -> ModelAnswer:
    """The answer of a language model to one message.

    With AI4GOV_LLM_BASE_URL set, the message goes to that server with an OpenAI-compatible chat
    interface; `/chat/completions` is added to the address. AI4GOV_LLM_MODEL and AI4GOV_LLM_API_KEY
    are sent where they are set. Otherwise the answer comes from the data set "transcripts", and
    nothing leaves this machine.

    Parameters
    ----------
    prompt : str
        The whole message. Without a server it must be a recorded one, word for word.
    temperature : float
        At 0 always the likeliest next token is taken; the higher, the more varied the answers.
    seed : int
        Seed of the random choice of tokens. Some live servers ignore it.
    max_tokens : int
        Tokens after which an answer is cut off.
    seconds : float
        Seconds that a live server can take for the whole answer.

    Raises
    ------
    ModelError
        In one line: the server cannot be reached, is too slow, refuses, or sends no chat answer;
        or there is no server and no such recording.
    """
    address = os.environ.get(BASE_URL, "").strip()
    settings = {"temperature": temperature, "seed": seed, "max_tokens": max_tokens}
    if not address:
        return _recorded_answer(prompt, settings)
    return _live_answer(address, prompt, settings, seconds)


def _recorded_answer(prompt: str, settings: dict[str, Any]) -> ModelAnswer:
    t = _t()
    table = load_dataset("transcripts")
    found = table[table["prompt"] == prompt]
    if found.empty:
        raise ModelError(
            t(
                "No answer to this message is stored, and no live model is set. Take a message "
                "from the data set 'transcripts' word for word, or set {variable}."
            ).format(variable=BASE_URL)
        )
    for name, value in settings.items():
        known = sorted(found[name].unique())
        found = found[found[name] == value]
        if found.empty:
            raise ModelError(
                t("The stored answers to this message have {name} {known}, not {value}.").format(
                    name=name, known=", ".join(f"{each:g}" for each in known), value=value
                )
            )
    row = found.iloc[0]
    return ModelAnswer(
        text=row["output"],
        live=False,
        date=row["date"].date(),
        model=RECORDED_MODEL,
        temperature=settings["temperature"],
        seed=settings["seed"],
        cut_off=row["finish"] == "length",
    )


def _live_answer(
    address: str, prompt: str, settings: dict[str, Any], seconds: float
) -> ModelAnswer:
    # Imported here because most learners have no server.
    import httpx

    t = _t()
    name = os.environ.get(MODEL, "").strip()
    key = os.environ.get(API_KEY, "").strip()
    question = {"messages": [{"role": "user", "content": prompt}], **settings}
    if name:
        question["model"] = name
    server, end = address, time.monotonic() + seconds
    try:
        url = httpx.URL(address.rstrip("/") + "/chat/completions")
        # Leave a password in the address out of messages.
        server = f"{url.scheme}://{url.netloc.decode()}"
        with httpx.stream(
            "POST",
            url,
            json=question,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=seconds,
        ) as reply:
            status = reply.status_code
            body = b"".join(_within_limits(reply.iter_bytes(), end)) if status == 200 else b""
    except (httpx.TimeoutException, TimeoutError):
        raise ModelError(
            t("The language model at {server} gave no whole answer within {seconds} seconds.")
            .format(server=server, seconds=f"{seconds:g}")
        ) from None  # fmt: skip
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError, OSError) as error:
        raise ModelError(
            t(
                "The language model at {server} cannot be reached ({reason}). Start it, correct "
                "{variable}, or remove {variable} to read stored answers."
            ).format(server=server, reason=type(error).__name__, variable=BASE_URL)
        ) from None
    if status != 200:
        raise ModelError(
            t(
                "The language model at {server} refused with status {status}. Look at {variables}."
            ).format(server=server, status=status, variables=f"{BASE_URL}, {MODEL}, {API_KEY}")
        )
    text, reply_model, finish = _parse_reply(body, server)
    return ModelAnswer(
        text=text,
        live=True,
        date=datetime.date.today(),
        model=reply_model or name or t("a model that gives no name"),
        temperature=settings["temperature"],
        seed=settings["seed"],
        cut_off=finish == "length",
        server=server,
    )


def _within_limits(parts: Iterator[bytes], end: float) -> Iterator[bytes]:
    """The parts of a reply, up to LARGEST_REPLY. Raises TimeoutError after time.monotonic() `end`.

    httpx limits the time of each read only, so a reply that trickles in would never time out.
    """
    size = 0
    for part in parts:
        size += len(part)
        if time.monotonic() > end:
            raise TimeoutError
        if size > LARGEST_REPLY:
            return
        yield part


def _parse_reply(body: bytes, server: str) -> tuple[str, str, str]:
    """Text, model name and finish reason in a server's reply. Raises ModelError."""
    try:
        reply = json.loads(body)
        choice = reply["choices"][0]
        text = choice["message"]["content"]
        name, finish = reply.get("model"), choice.get("finish_reason")
        if not isinstance(text, str):
            raise TypeError
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise ModelError(
            _t()(
                "What {server} sent is not a chat answer. Is its address right? It often ends "
                "in /v1."
            ).format(server=server)
        ) from None
    # JSON can hold lone surrogates, which cannot be printed.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text, name if isinstance(name, str) else "", finish if isinstance(finish, str) else ""


def _t() -> language.Translator:
    return language.Translator("course")
