"use strict";
// The language of the page follows the chosen one; the choice itself works without this script.
{
  const choices = [...document.querySelectorAll('input[name="language"]')];
  const show = () => {
    const chosen = choices.find((each) => each.checked);
    document.documentElement.lang = chosen.value;
    document.title = chosen.dataset.title;
  };
  const wished = (navigator.languages || [])
    .map((each) => choices.find((one) => one.value === each.slice(0, 2).toLowerCase()))
    .find((each) => each);
  if (wished) wished.checked = true;
  for (const each of choices) each.addEventListener("change", show);
  show();
}
