// In the room's page: a link to a place on Discord leads to that place of the demo, in this tab, and Back leads back.
const { lobby, place, back } = document.currentScript.dataset;
const PLACE = /^\/channels\/[^/]+\/(\d+(?:\/\d+)?)$/;

function lead({ type, target }) {
  const thread = target.closest?.(".thread-summary"); // its number is that of the message above
  if (thread && type === "click") location.assign(`${lobby}go/${thread.closest("[data-message-id]").dataset.messageId}`);
  const link = target.closest?.("a[href]");
  const [, found] = (link?.hostname === "discord.com" && PLACE.exec(link.pathname)) || [];
  if (!found) return;
  link.href = `${lobby}go/${found}`;
  link.target = "_self";
}

// Before it can be followed, in whichever way: a click, a key, the middle button, a menu.
for (const touch of ["pointerover", "focusin", "click"]) document.addEventListener(touch, lead, true);

// The way back comes first; what only serves those who test a bot is left out.
const home = Object.assign(document.createElement("a"), { href: lobby, target: "comptoir-lobby", textContent: back });
home.className = "toolbar-button";
document.getElementById("toolbar").prepend(home);
for (const tool of document.querySelectorAll(".preview-brand, #refresh, #capture-open, .session-menu")) tool.style.display = "none";

// SimCord's page shows nothing before it has the letters of every script, twenty megabytes. Those that text needs come
// without being asked for.
const FAR = /Arabic|Hebrew|Devanagari|SC/, fonts = document.fonts, { load, check } = fonts;
fonts.load = (css, text) => FAR.test(css) ? Promise.resolve([]) : load.call(fonts, css, text);
fonts.check = (css, text) => FAR.test(css) || check.call(fonts, css, text);

// A thread under a message looks like a link and is none: let it be one, for the keyboard too.
function link(thread) {
  Object.assign(thread, { tabIndex: 0, role: "link" });
  thread.style.cursor = "pointer";
  thread.addEventListener("keydown", ({ key }) => key === "Enter" && thread.click());
}
const linked = () => document.querySelectorAll(".thread-summary:not([role])").forEach(link);
new MutationObserver(linked).observe(document.body, { childList: true, subtree: true });

// A tab that shows a former room, beside a second lobby for one, goes where the visitor is, unless it is led elsewhere.
const ask = window.fetch;
window.fetch = async (...asked) => {
  const answer = await ask(...asked);
  if (answer.status === 410) setTimeout(() => location.replace(`${lobby}here`), 2000);
  return answer;
};

// The page has one address, whatever it shows: what was open here before is asked for again.
const was = history.state?.place;
if (was && was !== place && performance.getEntriesByType("navigation")[0].type === "back_forward") {
  location.replace(`${lobby}go/${was}`);
} else {
  history.replaceState({ place }, "");
}
addEventListener("pageshow", (event) => event.persisted && location.replace(`${lobby}go/${place}`));
