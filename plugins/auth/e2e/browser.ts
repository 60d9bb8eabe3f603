/** As much of a browser as a sign-in needs: it keeps cookies by origin and goes where it is sent. */
export class Browser {
    private readonly jars = new Map<string, Map<string, string>>();
    /** Addresses that were visited, in order. */
    readonly visited: string[] = [];

    /** @param until - Stops before an address that begins like this, and answers with the redirect to it. */
    async visit(
        address: string,
        until: string,
    ): Promise<{ status: number; location: string; setCookie: string[] }> {
        for (let steps = 0; steps < 12; steps += 1) {
            this.visited.push(address);
            const response = await fetch(address, {
                redirect: 'manual',
                headers: { cookie: this.cookiesFor(address) },
            });
            const setCookie = response.headers.getSetCookie();
            this.keep(address, setCookie);
            const to = response.headers.get('location');
            await response.arrayBuffer();
            if (response.status < 300 || response.status >= 400 || to === null) {
                return { status: response.status, location: '', setCookie };
            }
            address = new URL(to, address).href;
            if (address.startsWith(until)) {
                return { status: response.status, location: address, setCookie };
            }
        }
        throw new Error('Sent round in circles');
    }

    /** What the browser would send there. */
    cookiesFor(address: string): string {
        const jar = this.jars.get(new URL(address).origin) ?? new Map<string, string>();
        return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    }

    private keep(address: string, setCookie: readonly string[]): void {
        const { origin } = new URL(address);
        const jar = this.jars.get(origin) ?? new Map<string, string>();
        this.jars.set(origin, jar);
        for (const line of setCookie) {
            const [pair = '', ...attributes] = line.split(';');
            const [name = '', value = ''] = [
                pair.slice(0, pair.indexOf('=')),
                pair.slice(pair.indexOf('=') + 1),
            ];
            const isGone = attributes.some(attribute => /^\s*max-age=0$/i.test(attribute)) || value === '';
            if (isGone) {
                jar.delete(name);
            } else {
                jar.set(name, value);
            }
        }
    }
}
