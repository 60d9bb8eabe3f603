/** SQL for the roles that the owner's default privileges give the tables of the application to. */
export const APPLICATION_ROLES = `
    SELECT DISTINCT quote_ident(pg_get_userbyid(acl.grantee)) AS role
      FROM pg_default_acl d, aclexplode(d.defaclacl) acl
     WHERE d.defaclnamespace = 'public'::regnamespace AND d.defaclobjtype = 'r'
       AND d.defaclrole = (SELECT oid FROM pg_roles WHERE rolname = current_user)
       AND acl.grantee NOT IN (0, d.defaclrole)`;
