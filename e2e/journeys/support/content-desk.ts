import { GraphQlClient } from '../../support/graphql-client';
import { serverUrl } from './browser';

const RESULT = '{ ... on EfiContentEntry { id revision } ... on ErrorResult { errorCode message } }';

/** Somebody who writes pages of one market, so that whoever looks at the others meanwhile finds them as they are. */
export class ContentDesk {
    private readonly made: string[] = [];

    private constructor(readonly admin: GraphQlClient) {}

    static async open(market: string): Promise<ContentDesk> {
        const admin = new GraphQlClient(`${serverUrl}/admin-api?vendure-token=${market}&languageCode=en`);
        await admin.run(
            `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
        );
        return new ContentDesk(admin);
    }

    async create(kind: string, code: string, draft: object): Promise<string> {
        const { createEfiContent } = await this.admin.run<{ createEfiContent: { id: string } }>(
            `mutation ($input: CreateEfiContentInput!) { createEfiContent(input: $input) ${RESULT} }`,
            { input: { kind, code, draft } },
        );
        this.made.push(createEfiContent.id);
        return createEfiContent.id;
    }

    async save(id: string, revision: number, draft: object): Promise<void> {
        await this.admin.run(
            `mutation ($input: SaveEfiContentDraftInput!) { saveEfiContentDraft(input: $input) ${RESULT} }`,
            { input: { id, revision, draft } },
        );
    }

    /** Shows what was saved last from now on, or as long as is planned. */
    async publish(
        id: string,
        revision = 1,
        schedule: { readonly startsAt?: Date; readonly endsAt?: Date } = {},
    ): Promise<void> {
        await this.admin.run(
            `mutation ($input: PublishEfiContentInput!) { publishEfiContent(input: $input) ${RESULT} }`,
            { input: { id, revision, ...schedule } },
        );
    }

    /** @returns the address that shows the draft. */
    async preview(id: string, language: string): Promise<string> {
        const { link } = await this.admin.run<{ link: { url: string } }>(
            `mutation { link: createEfiContentPreview(id: "${id}", languageCode: ${language}) { url } }`,
        );
        return link.url;
    }

    /** Deletes all that was created here. */
    async clear(): Promise<void> {
        for (const id of this.made) {
            await this.admin.run(`mutation { deleteEfiContent(id: "${id}") }`);
        }
    }
}
