# The lab's door for PowerShell: builds the program when needed, and starts it. All else is in simulators/Host.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$env:DOTNET_NOLOGO = '1'
$program = Join-Path $PSScriptRoot '.lab/host'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('run-lab: dotnet is not there; install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0')
    exit 2
}
Push-Location $PSScriptRoot # global.json says which SDK
try { $log = dotnet build simulators/Host -nologo -v q -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -o $program } finally { Pop-Location }
if ($LASTEXITCODE -ne 0) { $log; exit 2 }
dotnet (Join-Path $program 'PairingLab.Host.dll') @args
exit $LASTEXITCODE
