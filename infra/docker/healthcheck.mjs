// Succeeds when the process in this container answers: node healthcheck.mjs VARIABLE_WITH_THE_PORT DEFAULT_PORT
const [variable, fallback] = process.argv.slice(2);
const url = `http://127.0.0.1:${process.env[variable] || fallback}/healthz`;

const alive = await fetch(url, { signal: AbortSignal.timeout(4_000) }).then(
    response => response.ok,
    () => false,
);
process.exitCode = alive ? 0 : 1;
