#!/usr/bin/env bash
# The lab's door: builds the program when its sources changed, and starts it. All else is in simulators/Host.
set -euo pipefail
cd_from=$PWD
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

cd "$root" # global.json says which SDK
dotnet=$(command -v dotnet) || {
  echo "run-lab: dotnet is not there; install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 2
}

# The program runs from a folder of its own, so that a build of everything never writes over it.
program=.lab/host/PairingLab.Host.dll
stamp=.lab/host-built
# Which SDKs there are: asking dotnet itself takes as long as a scenario.
sdks=$(ls "$(dirname "$(readlink -f "$dotnet")")/sdk" 2>/dev/null | tr '\n' ' ')
changed() {
  [ ! -f "$program" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$sdks" ] ||
    [ -n "$(find Directory.* global.json simulators drivers reports \( -name bin -o -name obj -o -name out -o -name node_modules -o -name '*.Tests' \) -prune -o -newer "$stamp" -type f -print -quit)" ]
}
if changed; then
  if ! dotnet --version >/dev/null 2>&1; then
    echo "run-lab: the .NET 10 SDK is needed (global.json), and there is: $(dotnet --list-sdks | tr '\n' ' '); get it: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 2
  fi
  if ! mkdir -p .lab 2>/dev/null || [ ! -w .lab ]; then
    echo "run-lab: $root can't be written, and the lab is not built in it; build it once where it can: ./run-lab.sh --help" >&2
    exit 2
  fi
  [ -f "$program" ] || echo "building the lab (once; about a minute)"
  echo "$sdks" >"$stamp.new"
  # Without analyzers, a third of the compiler's work: CI builds with them.
  if ! dotnet build simulators/Host -nologo -v q -nodeReuse:false -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:UseSharedCompilation=true -o .lab/host >.lab/build.log 2>&1 </dev/null; then
    grep -E 'error' .lab/build.log | sort -u | head -n 10 >&2 || cat .lab/build.log >&2
    echo "run-lab: the lab does not build; all of it is in $root/.lab/build.log" >&2
    exit 2
  fi
  mv "$stamp.new" "$stamp"
fi
cd "$cd_from"
exec dotnet "$root/$program" "$@"
