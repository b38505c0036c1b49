"use strict";
// “Save my judgement” makes the browser save a JSON file. Nothing is sent anywhere.
{
  const form = document.getElementById("judgement");
  let unsaved = false;

  const judgementOf = (section) => {
    const points = {};
    for (const each of section.querySelectorAll("fieldset")) {
      const chosen = each.querySelector("input:checked");
      if (chosen && chosen.value !== "") points[each.dataset.criterion] = Number(chosen.value);
    }
    const sentence = section.querySelector("textarea").value.trim();
    return { project: section.dataset.project, points, sentence };
  };

  const fileName = (juror) => {
    const plain = juror.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    const kept = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
    return kept ? `jury-${kept}.json` : "jury-judgement.json";
  };

  form.addEventListener("input", () => { unsaved = true; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = document.getElementById("juror");
    const juror = name.value.trim();
    if (!juror) {
      // Spaces satisfy `required`, and a file without a juror would be left out of the results.
      name.value = "";
      name.reportValidity();
      return;
    }
    const judgements = [...form.querySelectorAll("[data-project]")].map(judgementOf)
      .filter((each) => each.sentence || Object.keys(each.points).length);
    const written = { format: form.dataset.format, juror, judgements };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(written, null, 2) + "\n"], { type: "application/json" }));
    link.download = fileName(juror);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    document.getElementById("file").textContent = link.download;
    document.getElementById("saved").hidden = false;
    unsaved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}
