#!/bin/sh
# curl avec un certificat client, le PKCS#12 tel que livré : sh curl.sh
# curl with a client certificate, the PKCS#12 as it is delivered: sh curl.sh
set -eu

p12={{p12}}
password={{password-file}}
trust={{trust}}
url={{url}}

# Le mot de passe arrive par l'entrée standard : en argument, tout le monde le verrait dans la liste des processus.
# The password comes by standard input: as an argument, everyone would see it in the list of processes.
# --cert : « : » et « \ » y sont échappés, sinon curl lirait un mot de passe après le premier « : ».
# --cert: ':' and '\' are escaped in it, else curl would read a password after the first ':'.
# -k n'est pas la solution : il cache l'erreur F13 au lieu de la corriger. · -k is no remedy: it hides F13, and does not mend it.
tr -d '\r' < "$password" | sed -n '1{s/[\\"]/\\&/g;s/.*/pass = "&"/;p;}' |
  curl -sS -g -K - --cert-type P12 --cert "$(printf '%s' "$p12" | sed 's/[\\:]/\\&/g')" \
    --cacert "$trust" --url "$url"
