using Spectre.Console;

namespace PairingLab.Host.Commands;

/// <summary>Where a command speaks to the person who gave it.</summary>
/// <param name="output">For what was asked for.</param>
/// <param name="errors">For what is wrong.</param>
/// <param name="isRedirected">Whether a file or a program reads the output, not a person.</param>
public sealed class LabConsole(TextWriter output, TextWriter errors, bool isRedirected)
{
    private readonly IAnsiConsole console = Make(output, isRedirected);

    /// <summary>Whether a person watches.</summary>
    public bool IsWatched => !isRedirected;

    /// <summary>Where lines go, for those who write by themselves.</summary>
    public TextWriter Output => output;

    /// <summary>Writes a line.</summary>
    public void Say(string line = "") => output.WriteLine(line);

    /// <summary>Writes a line in a colour, where there are colours.</summary>
    public void Say(string line, Color colour) =>
        console.Write(new Text(line + Environment.NewLine, new Style(colour)) { Overflow = Overflow.Fold });

    /// <summary>Writes a line about what is wrong.</summary>
    public void Complain(string line) =>
        errors.WriteLine($"run-lab: {string.Join(' ', line.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))}");

    /// <summary>Does something that takes its time, and says what and how long.</summary>
    public async Task<T> DuringAsync<T>(string what, Func<Task<T>> work)
    {
        var began = TimeProvider.System.GetTimestamp();
        var result = IsWatched
            ? await console.Status().StartAsync($"{what} …", _ => work())
            : await work();
        Say($"{what}: {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
        return result;
    }

    private static IAnsiConsole Make(TextWriter output, bool isRedirected)
    {
        var made = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
        {
            // A log has no width to break lines for.
            made.Profile.Width = 10_000;
        }

        return made;
    }
}
