import { createRequire, Module } from 'node:module';

/**
 * Leaves a library unloaded until something of it is used: whoever asks for it meanwhile gets a stand-in, through which
 * each use goes to the library. Only what asks for it after this call, and by `require`, gets the stand-in.
 *
 * @param library - As it is asked for.
 * @param asker - A file of the package that asks for it: it is looked for from there.
 * @throws Error when it is not installed, as asking for it would.
 */
export function loadWhenUsed(library: string, asker: string): void {
    const ask = createRequire(asker);
    const file = ask.resolve(library);
    if (ask.cache[file]) {
        return;
    }
    const placeholder = new Module(file);
    placeholder.filename = file;
    placeholder.loaded = true;
    placeholder.exports = standIn(() => {
        if (ask.cache[file] === placeholder) {
            Reflect.deleteProperty(ask.cache, file);
        }
        return ask(library) as object;
    });
    ask.cache[file] = placeholder;
}

/**
 * For any kind of library: what TypeScript and Babel ask first is whether it was an ES module, so it says yes, and finds
 * the default of one that was none when that is used.
 */
function standIn(load: () => object): object {
    let loaded: object | undefined;
    const real = () => (loaded ??= load()) as (...values: unknown[]) => unknown;
    const byDefault = () => {
        const { __esModule, default: its } = real() as { __esModule?: boolean; default?: object };
        return __esModule && its ? its : real();
    };
    let itsDefault: object | undefined;
    return new Proxy(function () {}, {
        get(_, key) {
            if (key === 'default') {
                return (itsDefault ??= standIn(byDefault));
            }
            return key === '__esModule' || (Reflect.get(real(), key) as unknown);
        },
        has: (_, key) => Reflect.has(real(), key),
        set: (_, key, value) => Reflect.set(real(), key, value),
        apply: (_, self, values: unknown[]) => Reflect.apply(real(), self, values),
        construct: (_, values: unknown[], derived) => Reflect.construct(real(), values, derived) as object,
        ownKeys: own => [...new Set([...Reflect.ownKeys(own), ...Reflect.ownKeys(real())])],
        getOwnPropertyDescriptor(own, key) {
            const found = Reflect.getOwnPropertyDescriptor(real(), key);
            return found && key !== 'prototype'
                ? { ...found, configurable: true }
                : Reflect.getOwnPropertyDescriptor(own, key);
        },
    });
}
