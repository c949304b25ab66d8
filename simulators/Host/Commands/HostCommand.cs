using System.CommandLine;

namespace PairingLab.Host.Commands;

/// <summary>host: serves the simulators until it is stopped.</summary>
public sealed class HostCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Option<int> port = new("--port")
    {
        Description = "The port of the bench page; 0 for any",
        DefaultValueFactory = _ => 7070,
    };
    private readonly Option<string> address = new("--address")
    {
        Description = "The address that the bench page and all systems listen on",
        DefaultValueFactory = _ => "127.0.0.1",
    };
    private readonly Option<int?> portBase = new("--port-base")
    {
        Description = "The first port of the systems; without it any that are free",
        HelpName = "PORT",
    };
    private readonly Option<string?> certificate = new("--certificate")
    {
        Description = "The certificate, its chain and its key for HTTPS; without it the lab's own, from GET /lab/ca.pem",
        HelpName = "PEM",
    };
    private readonly TokenOptions token = new("What clients must send when others can reach it");
    private readonly Option<string?> data = new("--data")
    {
        Description = "Keeps the site in this folder, through restarts",
        HelpName = "DIR",
    };
    private readonly Option<string?> clock = new("--clock")
    {
        Description = "real, or stepped by POST /lab/clock",
        HelpName = "real|stepped",
    };
    private readonly Option<string?> bench = new("--bench")
    {
        Description = "The bench file whose simulated devices it serves",
        HelpName = "FILE",
    };

    private readonly Option<int?> seed = new("--seed")
    {
        Description = "The same codes at every start; without it nobody can guess them",
        HelpName = "NUMBER",
    };

    private readonly Option<string[]> systems = new("--system")
    {
        Description = "Only this system; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        clock.AcceptOnlyFromAmong("real", "stepped");
        var command = new Command("host", "Serves every simulator until Ctrl-C")
        {
            port, address, portBase, certificate, data, clock, bench, seed, systems,
        };
        token.AddTo(command);
        command.SetAction((parsed, _) => new SiteHost(console).ServeAsync(Options(parsed), interrupted));
        return command;
    }

    private HostOptions Options(ParseResult parsed) => new(
        parsed.GetValue(port), parsed.GetValue(address)!, token.Read(parsed),
        parsed.GetValue(data), parsed.GetValue(clock), parsed.GetValue(bench), parsed.GetValue(portBase), parsed.GetValue(seed),
        parsed.GetValue(certificate))
    {
        Systems = parsed.GetValue(systems) ?? [],
    };
}
