// Acknowledges the alert that the address names, when somebody with a token asks for it.
"use strict";

const form = document.getElementById("acknowledge");
const token = document.getElementById("token");
const note = document.getElementById("note");
const why = document.getElementById("why");
const relief = document.getElementById("relief");
const outcome = document.getElementById("outcome");
const alertId = location.pathname.split("/")[2];
const path = `/api/v1/alerts/${encodeURIComponent(alertId)}`;
const KEPT = "headway.token";

token.value = sessionStorage.getItem(KEPT) ?? "";
token.addEventListener("change", show);
show();

form.addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  outcome.textContent = "…";
  sessionStorage.setItem(KEPT, token.value.trim());
  try {
    const answer = await fetch(`${path}/acknowledgement`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token.value.trim()}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(note.value.trim() === "" ? {} : { note: note.value.trim() }),
    });
    outcome.textContent = answer.ok ? "Acknowledged. It is yours now." : await reason(answer);
  } catch {
    outcome.textContent = "Headway cannot be reached.";
  }
});

/** Says why the alert was raised and what would resolve it, to whoever may know. */
async function show() {
  if (token.value.trim() === "") {
    return;
  }
  try {
    const answer = await fetch(path, { headers: { Authorization: `Bearer ${token.value.trim()}` } });
    const alert = answer.ok ? await answer.json() : null;
    why.textContent = alert ? `${alert.why}. It is ${alert.status}.` : await reason(answer);
    relief.textContent = alert ? `What would resolve it: ${alert.relief}.` : "";
  } catch {
    why.textContent = "Headway cannot be reached.";
  }
}

async function reason(answer) {
  if (answer.status === 401) {
    sessionStorage.removeItem(KEPT);
    return "This token is not believed. It may have expired.";
  }
  const problem = await answer.json().catch(() => ({}));
  return problem.detail ?? `Not done: ${answer.status}`;
}
