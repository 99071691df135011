// SPDX-License-Identifier: GPL-3.0-or-later
// Dropping a file, the progress of sending it, and a word before a file that is too large is sent. Without it the page
// does the same, with what the browser has.
"use strict";

function prepare(form) {
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector(".drop");
  const note = form.querySelector(".note");
  const progress = form.querySelector("progress");
  const button = form.querySelector("button");

  function tell(text, refused) {
    note.textContent = text;
    note.classList.toggle("refused", refused);
  }

  function fits() {
    const file = input.files[0];
    if (!file || file.size <= Number(form.dataset.largest)) {
      tell("", false);
      input.removeAttribute("aria-invalid");
      return true;
    }
    tell(form.dataset.tooLarge, true);
    input.setAttribute("aria-invalid", "true");
    return false;
  }

  function rest() {
    progress.hidden = true;
    button.removeAttribute("aria-disabled");
  }

  function show(answer) {
    const page = new DOMParser().parseFromString(answer, "text/html");
    const main = page.querySelector("main");
    if (!main) return false;
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.querySelectorAll("form[data-largest]").forEach(prepare);
    main.querySelector("h1").focus();
    window.scrollTo(0, 0);
    return true;
  }

  function send() {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      progress.value = (100 * event.loaded) / event.total;
      if (event.loaded === event.total) {
        progress.removeAttribute("value");
        tell(form.dataset.checking, false);
      }
    });
    request.addEventListener("load", () => {
      if (!show(request.responseText)) {
        rest();
        tell(form.dataset.broken, true);
      }
    });
    request.addEventListener("error", () => {
      rest();
      tell(form.dataset.broken, true);
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
    progress.value = 0;
    progress.hidden = false;
    button.setAttribute("aria-disabled", "true");
    tell(form.dataset.sending, false);
  }

  input.addEventListener("change", fits);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-disabled") !== "true" && fits()) send();
  });
  form.querySelector(".drop-hint").hidden = false;
  for (const name of ["dragenter", "dragover"])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length !== 1) return;
    input.files = event.dataTransfer.files;
    fits();
  });
}

document.querySelectorAll("form[data-largest]").forEach(prepare);
