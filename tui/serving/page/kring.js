"use strict";
// Where the window answers follows from where this page stands, also behind somebody's proxy.
document.addEventListener("DOMContentLoaded", () => {
  const socket = new URL("ws", window.location.href.replace(/[?#].*$/, "")).href.replace(/^http/, "ws");
  document.getElementById("terminal").dataset.sessionWebsocketUrl = socket;
  document.getElementById("again").addEventListener("click", () => window.location.reload());
  // Keys are for the window from the start: nobody has to click in it first.
  window.addEventListener("load", () => document.querySelector("textarea")?.focus());
});
