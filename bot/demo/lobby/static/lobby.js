// The lobby works without this. With it, the page follows what happens, and so does the room's tab.
const ROOM = "comptoir-room";
window.name = "comptoir-lobby"; // the room's page leads back here
const live = document.getElementById("live"), said = document.getElementById("said");
const closed = document.getElementById("closed"); // says so once the demo was ended in its terminal
let tag = "", room = null, timer = null;
let focus = ""; // the id of what has it, or had it until it was taken away

const told = () => live.firstElementChild.dataset;
const shown = () => live.querySelector("[aria-current]")?.dataset.place;
const busy = () => told().busy === "true";

function put(html) {
  const was = { ...told() }, list = live.querySelector(".places").scrollTop;
  const unfolded = [...live.querySelectorAll("details[open]")].map((one) => one.id);
  live.innerHTML = html;
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  live.querySelector(".places").scrollTop = list;
  if (document.activeElement === document.body) document.getElementById(focus)?.focus({ preventScroll: true });
  if (busy() && was.busy !== "true") said.textContent = told().passing;
  if (!busy() && was.arrived !== told().arrived) said.textContent = told().arrived;
}

async function look() {
  try {
    const answer = await fetch("/state", { headers: tag ? { "If-None-Match": tag } : {} });
    closed.hidden = true;
    if (answer.ok) {
      tag = answer.headers.get("ETag");
      put(await answer.text());
    }
  } catch {
    closed.hidden = false;
  }
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(look, busy() ? 500 : 2000);
}

// The tab of the room, if there is one: a lobby that was loaded again no longer holds it, but still knows its name.
function tab() {
  if (!room && sessionStorage.getItem(ROOM)) {
    room = window.open("", ROOM);
    try { // if it was gone, this made another one; the address of one that is there is not ours to read
      if (room.location.href === "about:blank") room.close();
    } catch {}
  }
  if (room && !room.closed) return room;
  sessionStorage.removeItem(ROOM);
}

function opened(found) {
  room = found;
  sessionStorage.setItem(ROOM, "open");
  room?.focus();
  setTimeout(look, 300);
}

document.addEventListener("click", (event) => {
  const place = event.target.closest("a.place");
  if (!place || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  opened(window.open(place.href, ROOM));
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.target === ROOM) return opened(window.open("", ROOM)); // the form goes there by itself
  event.preventDefault();
  const beside = form.action.endsWith("/seat") && shown() && tab();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
  await look();
  if (beside && shown()) beside.location.replace(`/go/${shown()}`); // what whom one is now sees there
});

document.addEventListener("focusin", (event) => focus = event.target.id);
document.addEventListener("pointerdown", () => focus = ""); // what takes it says so afterwards
document.addEventListener("visibilitychange", () => document.hidden || look());
look();
