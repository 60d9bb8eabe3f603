import { exchange } from '../../measuring/exchange';

/** Speaks to Medusa's REST API. */
export class MedusaApi {
    /** @param headers - That name who asks. */
    constructor(
        private readonly address: string,
        private readonly headers: Readonly<Record<string, string>> = {},
    ) {}

    static async signIn(address: string, email: string, password: string): Promise<MedusaApi> {
        const { token } = await new MedusaApi(address).post<{ token: string }>('/auth/user/emailpass', {
            email,
            password,
        });
        return new MedusaApi(address, { authorization: `Bearer ${token}` });
    }

    async get<T>(path: string): Promise<T> {
        return JSON.parse(await this.text(path)) as T;
    }

    async post<T>(path: string, body: unknown): Promise<T> {
        return JSON.parse(await this.text(path, JSON.stringify(body))) as T;
    }

    /** @throws Error with the answer when it is a refusal. */
    async text(path: string, body?: string): Promise<string> {
        const answer = await exchange(`${this.address}${path}`, { body, headers: this.headers });
        if (answer.status !== 200 && answer.status !== 202) {
            throw new Error(`${path}: ${answer.status} ${answer.body}`);
        }
        return answer.body;
    }

    /** Sends a file, as a browser does. */
    async upload<T>(
        path: string,
        { name, type, content }: { readonly name: string; readonly type: string; readonly content: string },
    ): Promise<T> {
        const form = new FormData();
        form.set('files', new Blob([content], { type }), name);
        const response = await fetch(`${this.address}${path}`, {
            method: 'POST',
            headers: this.headers,
            body: form,
        });
        if (!response.ok) {
            throw new Error(`${path}: ${response.status} ${await response.text()}`);
        }
        return (await response.json()) as T;
    }
}
