// Keeps what runs current, uploads files, drops covers that do not load, shows times as the clock on
// the wall does. Every page works without it, but for uploading.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

// ---------------------------------------------------------------- covers and times

const dropBroken = (image) => {
  if (image.complete && image.naturalWidth === 0 && image.currentSrc) image.remove();
};
document.addEventListener(
  "error",
  (event) => event.target instanceof HTMLImageElement && event.target.remove(),
  true,
);

const localTime = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const dress = (root) => {
  all("img", root).forEach(dropBroken);
  for (const time of all("time[datetime]", root)) {
    const local = localTime.format(new Date(time.dateTime));
    time.title = local;
    if (time.dataset.exact === "true") time.textContent = local;
  }
};

// ---------------------------------------------------------------- what runs

const seen = new Map(all("[data-live]").map((part) => [part.id, part.innerHTML]));
const look = async () => {
  const self = one("link[rel=canonical]")?.href ?? location.href;
  const answer = await fetch(self, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of all("[data-live]")) {
    const next = fresh.getElementById(part.id);
    const html = next?.innerHTML;
    // Nobody's keyboard is taken away from under them.
    if (!next || html === seen.get(part.id) || part.contains(document.activeElement)) continue;
    seen.set(part.id, html);
    part.replaceChildren(...document.adoptNode(next).childNodes);
    dress(part);
  }
};
const keepLooking = async () => {
  if (!one("[data-running]")) return;
  try {
    if (!document.hidden) await look();
  } catch (error) {
    console.info("not reached; tried again", error);
  }
  setTimeout(keepLooking, 1500);
};

// ---------------------------------------------------------------- uploads

const problem = async (answer) => {
  const said = await answer.json().catch(() => ({}));
  return new Error(said.detail ?? said.title ?? `It was refused (${answer.status}).`);
};
const post = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw await problem(answer);
  return answer.json();
};
const put = (address, file, tell) =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.upload.onprogress = (event) => tell(event.loaded);
    request.onload = () =>
      request.status < 300 ? done() : fail(new Error(`The upload was refused (${request.status}).`));
    request.onerror = () => fail(new Error("The connection broke. Try again."));
    request.send(file);
  });
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const prepareUpload = (form) => {
  const state = one("[data-upload-state]", form);
  const progress = one("[data-upload-progress]", form);
  const error = one("[data-upload-error]", form);
  const button = one("button", form);

  const upload = async (file) => {
    if (file.size === 0) throw new Error(`${file.name} is empty.`);
    const announced = await post("/v1/imports", { file_name: file.name, size_bytes: file.size });
    await put(announced.upload_url, file, (sent) => {
      progress.value = (100 * sent) / file.size;
      state.textContent = `${file.name}: ${megabytes(sent)} of ${megabytes(file.size)} sent`;
    });
    await post(announced.completion_url);
    return announced.id;
  };
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const files = [...one("input[type=file]", form).files];
    error.hidden = true;
    progress.hidden = false;
    button.disabled = true;
    try {
      const ids = [];
      for (const file of files) ids.push(await upload(file));
      location.assign(ids.length === 1 ? `/imports/${ids[0]}` : "/home#files");
      if (ids.length > 1) location.reload();
    } catch (failure) {
      error.textContent = failure.message;
      error.hidden = false;
      state.textContent = "";
      progress.hidden = true;
    } finally {
      button.disabled = false;
    }
  });
};

// ---------------------------------------------------------------- the export, all of its parts

const prepareExport = (link) => {
  const state = one("[data-export-state]");
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const parts = [];
      for (let next = link.getAttribute("href"); next; ) {
        state.textContent = `Part ${parts.length + 1} …`;
        const answer = await fetch(next);
        if (!answer.ok) throw await problem(answer);
        parts.push(await answer.blob());
        next = answer.headers.get("Link")?.match(/<([^>]+)>;\s*rel="next"/)?.[1];
      }
      const address = URL.createObjectURL(new Blob(parts, { type: "application/x-ndjson" }));
      const save = document.createElement("a");
      save.href = address;
      save.download = link.download;
      save.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      state.textContent = "Saved.";
    } catch (failure) {
      state.textContent = failure.message;
    }
  });
};

// ---------------------------------------------------------------- the invitation's link

const prepareCopy = (button) => {
  const link = one("[data-link]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
    }
  });
};

dress(document);
all("form[data-upload]").forEach(prepareUpload);
all("[data-export]").forEach(prepareExport);
all("[data-copy]").forEach(prepareCopy);
keepLooking();
