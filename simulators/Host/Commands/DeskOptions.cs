using System.CommandLine;
using System.Net;
using PairingLab.Host.Desk;

namespace PairingLab.Host.Commands;

/// <summary>--desk and its token: where the operator desk of a run is, and who may answer there.</summary>
internal sealed class DeskOptions
{
    private readonly Option<string?> desk = new("--desk")
    {
        Description = "Opens a page on which questions are answered and the run is paused, skipped or aborted; 0.0.0.0:7071 for a tablet",
        HelpName = "ADDRESS:PORT",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly TokenOptions token = new("What others than this machine must send to the desk");

    /// <summary>Offers them with a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(desk);
        token.AddTo(command);
    }

    /// <summary>What was asked for; throws at what can't be, or what would let strangers answer.</summary>
    public DeskPlace? Read(ParseResult parsed)
    {
        if (parsed.GetValue(desk) is not { } text)
        {
            return !token.IsGiven(parsed)
                ? parsed.GetResult(desk) is null ? null : DeskPlace.AnyPort
                : throw new CommandException("--token is for a desk that others can reach: --desk 0.0.0.0:7071");
        }

        if (!IPEndPoint.TryParse(text, out var place) || place.Port == 0)
        {
            throw new CommandException($"--desk '{text}' is not an address with a port, such as 127.0.0.1:7071 or 0.0.0.0:7071");
        }

        var word = token.Read(parsed);
        if (word is null && !IPAddress.IsLoopback(place.Address))
        {
            throw new CommandException(
                $"--desk {text} is open to others, so --token is needed: at least {TokenOptions.Shortest} characters");
        }

        return new(place, word);
    }
}
