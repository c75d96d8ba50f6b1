// Puts the secret of a one-time link, which stands behind the # and is sent to nobody, into the form.
"use strict";

const form = document.querySelector("form");
const link = document.getElementById("link");

link.value = location.hash.slice(1);
// should the password not do, the page comes again with the same address
form.action = form.getAttribute("action") + location.hash;
