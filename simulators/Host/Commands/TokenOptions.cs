using System.CommandLine;

namespace PairingLab.Host.Commands;

/// <summary>
/// --token and --token-file, or the environment: the word that clients of a hosted lab or of a desk must send. Every user of a machine can
/// read the command lines of all others, so a file or the environment keeps it better.
/// </summary>
/// <param name="meaning">What it is for, in the help.</param>
internal sealed class TokenOptions(string meaning)
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "PAIRINGLAB_TOKEN";

    /// <summary>A token has at least so many characters.</summary>
    public const int Shortest = 16;

    private readonly Option<string?> token = new("--token") { Description = meaning, HelpName = "TOKEN" };
    private readonly Option<string?> file = new("--token-file")
    {
        Description = $"The file in which the token stands; without either the environment variable {Variable} is read",
        HelpName = "FILE",
    };

    /// <summary>Offers them with a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(token);
        command.Add(file);
    }

    /// <summary>Whether the command line names one.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(token) is not null || parsed.GetValue(file) is not null;

    /// <summary>The token; null when there is none. Throws at one that is too short or can't be read.</summary>
    public string? Read(ParseResult parsed)
    {
        var (word, where) = (parsed.GetValue(token), parsed.GetValue(file)) switch
        {
            (not null, not null) => throw new CommandException("--token and --token-file both name a token; leave one of them out"),
            ({ } given, null) => (given, "--token"),
            (null, { } named) => (TextOf(named), $"--token-file {named}: the token"),
            _ => (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null, Variable),
        };
        return word is { Length: < Shortest }
            ? throw new CommandException($"{where} is too short; it needs at least {Shortest} characters")
            : word;
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"--token-file '{file}' can't be read ({e.Message}); name a file with the token in it");
        }
    }
}
