// Acknowledges the alert that the address names, when somebody with a token asks for it.
"use strict";

const form = document.getElementById("acknowledge");
const token = document.getElementById("token");
const note = document.getElementById("note");
const outcome = document.getElementById("outcome");
const alertId = location.pathname.split("/")[2];
const KEPT = "headway.token";

token.value = sessionStorage.getItem(KEPT) ?? "";

form.addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  outcome.textContent = "…";
  sessionStorage.setItem(KEPT, token.value.trim());
  try {
    const answer = await fetch(`/api/v1/alerts/${encodeURIComponent(alertId)}/acknowledgement`, {
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

async function reason(answer) {
  if (answer.status === 401) {
    sessionStorage.removeItem(KEPT);
    return "This token is not believed. It may have expired.";
  }
  const problem = await answer.json().catch(() => ({}));
  return problem.detail ?? `Not done: ${answer.status}`;
}
