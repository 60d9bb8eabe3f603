import { gql } from 'graphql-tag';

export const rolesSchema = gql`
    type EfiAuditedPermission {
        name: String!
        "To the hour; null when it was never used since the shop keeps this."
        lastUsedAt: DateTime
    }

    type EfiAuditedAdministrator {
        administratorId: ID!
        identifier: String!
        "Codes."
        roles: [String!]!
        lastLogin: DateTime
        permissions: [EfiAuditedPermission!]!
        "Names of the permissions that were not used in the days asked for, and could be taken away."
        unused: [String!]!
    }

    extend type Query {
        """
        Who may do what in the channel, who used it last, and what could be taken away for want of use in so many days
        (1 to 3650).
        """
        efiRoleAudit(unusedForDays: Int! = 90): [EfiAuditedAdministrator!]!
        "The same as CSV, a line for each permission of each administrator."
        efiRoleAuditCsv(unusedForDays: Int! = 90): String!
    }
`;
