"""ask_model says where an answer comes from, and what is wrong in one line."""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from IPython.core.interactiveshell import InteractiveShell

from course import ask_model, load_dataset
from course.notebook.chat import API_KEY, BASE_URL, MODEL, ModelError

SECRET = "key-that-nobody-may-see"
PROMPT = "What costs a bus ticket?"


def chat(text, **more):
    """A reply in the form of the chat interface."""
    return {"choices": [{"message": {"content": text}, "finish_reason": "stop"} | more]}


class Server:
    """A server on this machine that answers as a test tells it, and keeps what it was asked."""

    def __init__(self):
        self.status, self.body, self.wait, self.drops = 200, b"", 0.0, False
        self.asked: list[dict] = []
        told = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers["Content-Length"])
                told.asked.append(
                    {
                        "path": self.path,
                        "key": self.headers.get("Authorization"),
                        "body": json.loads(self.rfile.read(length)),
                    }
                )
                time.sleep(told.wait)
                self.send_response(told.status)
                if told.status == 307:
                    self.send_header("Location", "http://192.0.2.1/elsewhere")
                self.send_header("Content-Length", str(len(told.body)))
                self.end_headers()
                try:
                    for byte in told.body if told.drops else ():
                        self.wfile.write(bytes([byte]))
                        self.wfile.flush()
                        time.sleep(0.05)
                    if not told.drops:
                        self.wfile.write(told.body)
                except OSError:
                    pass  # the client has gone

            def log_message(self, *arguments):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def says(self, reply):
        self.body = reply if isinstance(reply, bytes) else json.dumps(reply).encode()


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    for name in (BASE_URL, MODEL, API_KEY):
        monkeypatch.delenv(name, raising=False)
    # The machine's own proxy is not part of the promise.
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server(monkeypatch):
    server = Server()
    monkeypatch.setenv(BASE_URL, server.address)
    yield server
    server.http.shutdown()
    server.http.server_close()


def refused(**settings):
    """What is said instead of an answer: one line."""
    with pytest.raises(ModelError) as raised:
        ask_model(PROMPT, **settings)
    said = str(raised.value)
    assert "\n" not in said and SECRET not in said
    return said


# Without a server.


def test_without_a_server_each_recorded_prompt_gives_its_recorded_answer_and_says_so():
    table = load_dataset("transcripts")
    for row in table.itertuples():
        answer = ask_model(row.prompt, temperature=row.temperature, seed=row.seed)
        assert answer.text == row.output
        assert not answer.live
        for shown in (str(answer), repr(answer), answer._repr_html_()):
            assert f"STORED answer of {row.date.date()}" in shown
            assert "SmolLM2-135M-Instruct" in shown
            assert ("cut off at the limit" in shown) == (row.finish == "length")


def test_without_a_server_nothing_goes_to_the_network(monkeypatch):
    def refuse(*arguments, **keywords):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    ask_model(load_dataset("transcripts")["prompt"].iloc[0])


def test_a_prompt_that_was_not_recorded_gets_one_line_that_says_what_to_do():
    said = refused()
    assert "stored" in said and BASE_URL in said


@pytest.mark.parametrize(
    ("settings", "known"),
    [({"temperature": 0.7}, "0.2"), ({"seed": 9}, "1"), ({"max_tokens": 50}, "120")],
)
def test_settings_that_were_not_recorded_get_one_line_with_those_that_were(settings, known):
    with pytest.raises(ModelError) as raised:
        ask_model(load_dataset("transcripts")["prompt"].iloc[0], **settings)
    assert known in str(raised.value) and "\n" not in str(raised.value)


def test_an_address_of_spaces_is_no_address(monkeypatch):
    monkeypatch.setenv(BASE_URL, "  ")
    assert not ask_model(load_dataset("transcripts")["prompt"].iloc[0]).live


# With a server.


def test_a_live_answer_says_that_it_is_live_and_from_where(server):
    server.says(chat("It costs 2.") | {"model": "tiny-model"})
    answer = ask_model(PROMPT)
    assert (answer.text, answer.live) == ("It costs 2.", True)
    for shown in (str(answer), repr(answer), answer._repr_html_()):
        assert "LIVE answer of" in shown and "STORED" not in shown
        assert "tiny-model" in shown and "127.0.0.1" in shown


def test_message_settings_model_and_key_are_sent_as_the_chat_interface_wants_them(
    server, monkeypatch
):
    monkeypatch.setenv(MODEL, "some-model")
    monkeypatch.setenv(API_KEY, SECRET)
    server.says(chat("Yes."))
    answer = ask_model(PROMPT, temperature=0.7, seed=5, max_tokens=30)
    assert server.asked == [
        {
            "path": "/v1/chat/completions",
            "key": f"Bearer {SECRET}",
            "body": {
                "messages": [{"role": "user", "content": PROMPT}],
                "temperature": 0.7,
                "seed": 5,
                "max_tokens": 30,
                "model": "some-model",
            },
        }
    ]
    assert SECRET not in str(answer) + answer._repr_html_()
    assert "some-model" in str(answer)


def test_without_model_and_key_none_is_sent(server):
    server.says(chat("Yes."))
    ask_model(PROMPT)
    assert "model" not in server.asked[0]["body"]
    assert server.asked[0]["key"] is None


def test_a_recorded_prompt_is_asked_live_when_a_server_is_set(server):
    server.says(chat("Anew."))
    assert ask_model(load_dataset("transcripts")["prompt"].iloc[0]).text == "Anew."


def test_an_answer_that_was_cut_off_says_so(server):
    server.says(chat("It costs", finish_reason="length"))
    assert "cut off" in str(ask_model(PROMPT))


def test_what_a_model_writes_is_shown_as_text_not_run_as_html(server):
    server.says(chat("<script>alert(1)</script>") | {"model": "<b>bold</b>"})
    shown = ask_model(PROMPT)._repr_html_()
    assert "<script" not in shown and "<b>" not in shown


def test_half_a_character_can_be_printed(server):
    server.says(b'{"choices": [{"message": {"content": "a\\ud83d"}}]}')
    str(ask_model(PROMPT)).encode("utf-8")


@pytest.mark.parametrize("status", [201, 307, 400, 401, 404, 429, 500, 503])
def test_another_status_than_200_is_one_line_with_the_status_and_not_followed(
    server, monkeypatch, status
):
    monkeypatch.setenv(API_KEY, SECRET)
    server.status = status
    server.says({"error": {"message": "a long story " * 50}})
    assert str(status) in refused()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html><body>Welcome</body></html>",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b'"text"',
        b"[" * 5000,
        {"choices": []},
        {"choices": None},
        {"choices": [{"text": "the older interface"}]},
        {"choices": [{"message": None}]},
        {"choices": [{"message": {"content": None}}]},
        {"choices": [{"message": {"content": ["a", "list"]}}]},
        b'{"choices": [{"message": {"content": "' + b"a" * 2_000_000 + b'"}}]}',
    ],
    ids=range(14),
)
def test_nonsense_is_one_line(server, body):
    server.says(body)
    assert "not a chat answer" in refused()


def test_a_server_that_answers_too_late_is_not_waited_for(server):
    server.wait = 3
    server.says(chat("Late."))
    began = time.monotonic()
    assert "0.3 seconds" in refused(seconds=0.3)
    assert time.monotonic() - began < 2


def test_a_server_that_answers_by_drops_is_not_waited_for(server):
    server.drops = True
    server.says(chat("x" * 400))
    began = time.monotonic()
    assert "0.3 seconds" in refused(seconds=0.3)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/v1", "no address", "ftp://127.0.0.1/v1", "http://", "http://[", "/v1"],
)
def test_a_server_that_is_not_there_is_one_line_that_says_how_to_do_without(monkeypatch, address):
    monkeypatch.setenv(BASE_URL, address)
    said = refused(seconds=5)
    assert "cannot be reached" in said and BASE_URL in said


def test_a_password_in_the_address_is_not_shown(monkeypatch, server):
    monkeypatch.setenv(BASE_URL, server.address.replace("//", f"//user:{SECRET}@"))
    server.says(chat("Yes."))
    assert SECRET not in str(ask_model(PROMPT))
    server.status = 500
    refused()


def test_in_a_notebook_an_error_is_one_line_and_no_stack_trace(capsys):
    shell = InteractiveShell()
    result = shell.run_cell("from course import ask_model; ask_model('never asked')")
    assert isinstance(result.error_in_exec, ModelError)
    shown = capsys.readouterr().out
    assert "ModelError: No answer" in shown
    assert "Traceback" not in shown and "chat.py" not in shown
    shell.history_manager.enabled = False
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("lang", ["fr", "es", "pt"])
def test_the_origin_is_said_in_the_language_of_the_notebook(monkeypatch, lang):
    monkeypatch.setenv("AI4GOV_LANG", lang)
    said = str(ask_model(load_dataset("transcripts")["prompt"].iloc[0]))
    assert "2026-11-25" in said
    assert "RECORDED answer" not in said
