# Read by the scripts beside it: finds the JDK, builds Backbeat where that is stale, and defines `bench`, which
# starts one of our mains straight from its source with the libraries of the built app.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
if ! "$java" --version 2>/dev/null | awk 'NR == 1 { exit !($2 + 0 >= 25) }'; then
  for java in /usr/lib/jvm/*/bin/java /opt/java/*/bin/java ''; do
    [ -z "$java" ] || ! "$java" --version 2>/dev/null | awk 'NR == 1 { exit !($2 + 0 >= 25) }' || break
  done
  [ -n "$java" ] || {
    echo "bench: found no JDK 25 or later; point JAVA_HOME to one" >&2
    exit 3
  }
fi

bench() {
  main=$1
  shift
  "$root/backbeat" --version >/dev/null
  "$java" -Xmx4g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -cp "$root/app/target/lib/*" \
    "$root/bench/src/main/java/dev/backbeat/bench/$main.java" --root "$root" "$@"
}
