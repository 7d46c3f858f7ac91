# What the launchers share: a Java to run, and class-data sharing. Read by sh; POSIX only, for macOS and small images.

fail() { echo "accroche: $1" >&2; exit 3; }

# Sets java, and release to its feature number: JAVA_HOME's, or macOS's own answer, or that of PATH.
find_java() {
  if [ -z "${JAVA_HOME:-}" ] && [ -x /usr/libexec/java_home ]; then
    JAVA_HOME=$(/usr/libexec/java_home -v 17+ 2>/dev/null || true) # macOS's java in PATH is there even without a Java
  fi
  if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
  command -v "$java" >/dev/null 2>&1 || fail "no Java found${JAVA_HOME:+ in JAVA_HOME ($JAVA_HOME)}: install Java 17 or newer, or set JAVA_HOME to one"
  # A JDK says its version in a file; asking the JVM itself costs a start.
  about=$(dirname -- "$(readlink -f "$(command -v "$java")" 2>/dev/null || echo .)")/../release
  release=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$about" 2>/dev/null || true)
  [ -n "$release" ] || release=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  release=${release%%[.+-]*}
  case $release in
    [0-9]*) [ "$release" -ge 17 ] || fail "Java $release is too old: Java 17 or newer is needed; set JAVA_HOME to one" ;;
    *) fail "cannot tell the version of $java" ;;
  esac
}

run_java() { # $1: how classes are shared
  sharing=$1
  shift
  # shellcheck disable=SC2086
  $prefix "$java" "$sharing" -Xlog:disable -Dio.netty.jfr.enabled=false \
    -Djdk.tls.rejectClientInitiatedRenegotiation=true -XX:+UseSerialGC $native \
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "$jar" "$@"
}

# Runs the jar $1 with the other arguments. The first test that comes to a verdict on each Java version leaves an archive of
# loaded classes beside the jar, where that can be written; later runs map it. It is moved into place whole, so that runs at the
# same time never see half of one.
launch() {
  jar=$1
  shift
  archive=${jar%.jar}-$release.jsa
  native=
  if [ "$release" -ge 24 ]; then native=--enable-native-access=ALL-UNNAMED; fi
  prefix="exec"
  # shellcheck disable=SC3013
  if [ -f "$archive" ] && [ "$archive" -nt "$jar" ]; then
    run_java "-XX:SharedArchiveFile=$archive" "$@"
  elif [ "${1:-}" != test ] || [ ! -w "$(dirname -- "$jar")" ]; then
    run_java -Xshare:auto "$@"
  fi
  prefix=
  fresh=$archive.$$
  trap 'rm -f "$fresh"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  code=0
  run_java "-XX:ArchiveClassesAtExit=$fresh" "$@" || code=$?
  if [ "$code" -le 1 ] && [ -f "$fresh" ]; then mv -f "$fresh" "$archive"; fi
  exit "$code"
}
