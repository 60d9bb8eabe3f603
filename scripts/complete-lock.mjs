// Adds to package-lock.json the optional packages for other systems that the registry in use does not serve.
// Without them `npm ci` calls the lock out of date, and other systems would miss their binaries.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.join(path.dirname(import.meta.dirname), 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const SYSTEMS = [
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
];
const C_LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };
const PROCESSORS = [
    'arm',
    'arm64',
    'ia32',
    'loong64',
    'mips64el',
    'ppc64',
    'riscv64',
    's390x',
    'wasm32',
    'x64',
];

for (const [place, { optionalDependencies = {}, peerDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
        if (!(name in peerDependencies) && !isInstalled(place, name)) {
            lock.packages[freePlace(place, name)] = entry(name, version);
        }
    }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 4)}\n`);

/** Whether Node's look-up from `place` upwards finds the package. */
function isInstalled(place, name) {
    for (let folder = place; ; folder = parent(folder)) {
        if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
        if (!folder) return false;
    }
}

function parent(place) {
    return place.includes('node_modules/')
        ? place.slice(0, place.lastIndexOf('node_modules/')).replace(/\/$/, '')
        : '';
}

function freePlace(place, name) {
    const top = `node_modules/${name}`;
    return lock.packages[top] ? `${place}/${top}` : top;
}

/** The name of such a package says which system it is for. */
function entry(name, version) {
    const words = name.split(/[-/]/);
    const os = words.filter(word => SYSTEMS.includes(word));
    const cpu = words.filter(word => PROCESSORS.includes(word));
    const libc = os.includes('linux')
        ? words.filter(word => word in C_LIBRARIES).map(word => C_LIBRARIES[word])
        : [];
    if (os.length === 0 && cpu.length === 0) {
        throw new Error(
            `Can't tell from its name which system ${name} is for. Install it, or add it by hand.`,
        );
    }
    return {
        version: version.replace(/^[\^~]/, ''),
        ...(cpu.length > 0 ? { cpu } : {}),
        ...(libc.length > 0 ? { libc } : {}),
        optional: true,
        ...(os.length > 0 ? { os } : {}),
    };
}
