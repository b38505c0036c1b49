# %% by="asks-once" answer="ask-number"
def ask_number(prompt):
    return int(input(prompt))


# %% by="forgets-prompt" answer="ask-number"
def ask_number(prompt):
    entered = input()
    while not entered.isdigit():
        entered = input()
    return int(entered)


# %% by="returns-greeting" answer="greet"
def greet(name, times=1):
    return f"Good morning, {name}!" * times


# %% by="counts-from-zero" answer="menu"
def menu(options):
    for i in range(len(options)):
        print(i, options[i])
    return options[int(input("Which? "))]


# %% by="counts-from-zero" answer="greet"
def greet(name, times=1):
    print("Good morning,", name + "!")


# %% by="noisy" after="greet"
greet("me", 2)
print(greet)
