import { gql } from 'graphql-tag';

/** The same at both APIs, each with its own. */
export const oidcSchema = gql`
    """
    A provider of OpenID Connect that people may sign in with.
    """
    type EfiSignInProvider {
        id: String!
        "What a button says."
        label: String!
        """
        Where a browser goes, with two parameters: returnTo, the address of the page that it comes back to, and challenge,
        the SHA-256 of a secret of that page in base64url. It comes back with signInCode, which goes to authenticate as
        efiSignInCode, or with signInFailed and the reason.
        """
        start: String!
    }

    extend type Query {
        "Those of this API; none where there is no sign-in by OpenID Connect."
        efiSignInProviders: [EfiSignInProvider!]!
    }
`;
