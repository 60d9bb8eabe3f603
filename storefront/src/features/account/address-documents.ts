import { graphql } from '@/graphql/graphql';

export const CreateAddress = graphql(`
    mutation CreateAddress($input: CreateAddressInput!) {
        createCustomerAddress(input: $input) {
            id
        }
    }
`);

export const UpdateAddress = graphql(`
    mutation UpdateAddress($input: UpdateAddressInput!) {
        updateCustomerAddress(input: $input) {
            id
        }
    }
`);

export const DeleteAddress = graphql(`
    mutation DeleteAddress($id: ID!) {
        deleteCustomerAddress(id: $id) {
            success
        }
    }
`);
