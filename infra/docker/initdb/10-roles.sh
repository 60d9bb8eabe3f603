#!/bin/sh
# Runs once, on an empty data volume: one role owns the schema and migrates it, the other one runs the application.
# psql quotes the passwords; they never become part of an SQL text here.
set -eu

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
    --set=owner_password="$EFI_OWNER_PASSWORD" --set=app_password="$EFI_APP_PASSWORD" <<'SQL'
CREATE ROLE efi_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE efi_app LOGIN PASSWORD :'app_password';
CREATE DATABASE efi OWNER efi_owner;
REVOKE CONNECT ON DATABASE efi FROM PUBLIC;
GRANT CONNECT ON DATABASE efi TO efi_app;
-- From here on the superuser is reachable through the socket inside the container only.
ALTER ROLE CURRENT_USER PASSWORD NULL;
SQL
