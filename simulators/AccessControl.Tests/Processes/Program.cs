using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

// This program runs the tests, and after the word "macs" it is MACS, for the tests that kill it or start two:
// a database (folder, or "Host=…"), the secret of card numbers, and where its third parties are.
if (args is not ["macs", ..])
{
    return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}

if (args is not ["macs", var database, var secret, .. var parties] || parties.Length is not (0 or 2))
{
    await Console.Error.WriteLineAsync("usage: macs DATABASE SECRET [ASI MRS]");
    return 2;
}

var clock = new RealClock();
var settings = new AccessControlSettings { Database = database.StartsWith("Host=", StringComparison.Ordinal) ? database : "" };
settings = parties is [var asi, var mrs] ? settings with { AsiAddress = asi, MrsAddress = mrs } : settings;
await using var opened = MacsDatabase.Open(settings.Database, settings.Database.Length > 0 ? null : database);
using var http = new HttpClient();
var macs = new MacsServices(opened, new PanHasher(Encoding.ASCII.GetBytes(secret)), http, clock, settings, RandomNumberGenerator.GetInt32);
await using var server = new MacsServer(macs, opened, clock, settings, secret);
await server.StartAsync();
Console.WriteLine(server.Address);
await Console.In.ReadLineAsync();
return 0;
