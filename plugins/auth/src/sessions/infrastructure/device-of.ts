import { parse } from 'bowser';

export type DeviceKind = 'DESKTOP' | 'MOBILE' | 'TABLET' | 'OTHER';

/** A device as its owner knows it. */
export interface Device {
    /** Such as `Firefox`. */
    readonly browser: string | null;
    /** Such as `Windows`. */
    readonly system: string | null;
    readonly kind: DeviceKind;
}

/** No browser says more of itself, and a pattern has that much less to look through. */
const LONGEST = 400;

const kinds: Readonly<Record<string, DeviceKind>> = {
    desktop: 'DESKTOP',
    mobile: 'MOBILE',
    tablet: 'TABLET',
};

/**
 * What a request's `user-agent` says, without versions: an update makes no other device. All of it is from a list of
 * names: nothing that a caller wrote gets into a mail or onto a page.
 */
export function deviceOf(userAgent: string | undefined): Device {
    const text = userAgent?.slice(0, LONGEST);
    if (!text) {
        return { browser: null, system: null, kind: 'OTHER' };
    }
    const { browser, os, platform } = parse(text);
    return {
        browser: browser.name || null,
        system: os.name ?? null,
        kind: kinds[platform.type ?? ''] ?? 'OTHER',
    };
}

/** In one line, in no language; empty for a device that says nothing of itself. */
export function nameOfDevice({ browser, system }: Device): string {
    return [browser, system].filter(Boolean).join(', ');
}
