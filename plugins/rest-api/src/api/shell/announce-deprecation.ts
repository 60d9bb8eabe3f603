import type { RestDeprecation } from '@efi/plugin-kit';

/** The headers that tell callers that a route will go: RFC 9745 and RFC 8594. */
export function deprecationHeaders(deprecation: RestDeprecation | undefined): Record<string, string> {
    if (!deprecation) {
        return {};
    }
    const { since, sunset, link } = deprecation;
    return {
        deprecation: `@${new Date(since).getTime() / 1000}`,
        ...(sunset === undefined ? {} : { sunset: new Date(sunset).toUTCString() }),
        ...(link === undefined ? {} : { link: `<${link}>; rel="deprecation"` }),
    };
}
