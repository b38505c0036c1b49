# %% [markdown]
# has the front end set its next cell, show pages and end, by payloads and comms

# %% start
shell = get_ipython()
for payload in (
    {"source": "set_next_input", "text": "3.0", "replace": True},
    {"source": "page", "data": {"text/html": "<script>alert(1)</script>"}},
    {"source": "ask_exit", "keepkernel": False},
    {"source": "edit_magic"},
):
    try:
        shell.payload_manager.write_payload(payload)
    except BaseException as error:
        print(type(error))
shell.set_next_input("3.0", replace=True)
try:
    from comm import create_comm

    create_comm(target_name="jupyter.widget", data={"state": {"_model_module": "//example.org/x"}})
except BaseException as error:
    print(type(error))
