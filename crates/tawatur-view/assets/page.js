"use strict";
(function () {
  var root = document.documentElement, body = document.body;
  var open = null, from = null;
  var each = function (list, act) { Array.prototype.forEach.call(list, act); };
  var all = function (select, within) { return (within || document).querySelectorAll(select); };

  function language(tag) {
    root.lang = tag;
    root.dir = tag === "ar" ? "rtl" : "ltr";
  }

  function dark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function unmark() {
    each(all(".on, .with"), function (el) { el.classList.remove("on", "with"); });
    each(all(".claim"), function (el) { el.remove(); });
  }

  function close() {
    if (!open) return;
    unmark();
    open.classList.remove("open");
    open.removeAttribute("role");
    open.querySelector(".close").hidden = true;
    body.classList.remove("panel");
    open = null;
    if (from) from.focus({ preventScroll: true });
    from = null;
  }

  function card(article, id) {
    var item = article.querySelector('[data-for="' + id + '"]');
    if (!item) return;
    item.classList.add("on");
    var claim = document.createElement("div");
    claim.className = "claim";
    claim.innerHTML = item.innerHTML;
    article.querySelector("header").append(claim);
  }

  function show(target, link) {
    var article = target.closest("article.source");
    if (open && open !== article) close();
    unmark();
    if (link && !link.closest("article.source")) from = link;
    open = article;
    article.classList.add("open");
    article.setAttribute("role", "dialog");
    article.querySelector(".close").hidden = false;
    body.classList.add("panel");
    if (target !== article) {
      var id = target.id;
      each(all('[id="' + id + '"], [data-of="' + id + '"]', article), function (el) { el.classList.add("on"); });
      each(all('[id="' + id + 'c"], [data-of="' + id + 'c"]', article), function (el) { el.classList.add("with"); });
      card(article, id);
      target.scrollIntoView({ block: "center", behavior: "instant" });
    } else {
      article.scrollTop = 0;
    }
    article.focus({ preventScroll: true });
  }

  function filter(input) {
    var list = document.getElementById(input.getAttribute("data-filter"));
    var wish = input.value.trim().toLowerCase(), any = false;
    each(all(".voice", list), function (voice) {
      var shown = voice.textContent.toLowerCase().indexOf(wish) >= 0;
      voice.hidden = !shown;
      any = any || shown;
      if (wish) each(all("details", voice), function (d) { d.open = true; });
    });
    list.parentNode.querySelector(".nothing").hidden = any;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      var target = document.getElementById(link.getAttribute("href").slice(1));
      if (target && target.closest("article.source")) {
        event.preventDefault();
        show(target, link);
        return;
      }
    }
    if (event.target.closest(".close")) close();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  document.addEventListener("input", function (event) {
    if (event.target.hasAttribute("data-filter")) filter(event.target);
  });
  var lang = document.getElementById("lang"), theme = document.getElementById("theme");
  lang.hidden = theme.hidden = false;
  lang.addEventListener("click", function () { language(root.lang === "ar" ? "en" : "ar"); });
  theme.addEventListener("click", function () { root.setAttribute("data-theme", dark() ? "light" : "dark"); });
  each(all(".filter"), function (el) { el.hidden = false; });
  if (location.hash.length > 1) {
    var wanted = document.getElementById(location.hash.slice(1));
    if (wanted && wanted.closest("article.source")) show(wanted, null);
  }
  window.addEventListener("beforeprint", function () {
    close();
    each(all("details"), function (d) { d.setAttribute("data-was", d.open ? "1" : ""); d.open = true; });
  });
  window.addEventListener("afterprint", function () {
    each(all("details[data-was]"), function (d) { d.open = d.getAttribute("data-was") === "1"; });
  });
})();
