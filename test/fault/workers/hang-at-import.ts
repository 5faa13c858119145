// A rendering thread that never finishes starting.

setInterval(() => {}, 1000);
await new Promise(() => {});
