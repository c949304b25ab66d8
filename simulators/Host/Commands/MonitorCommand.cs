using System.CommandLine;
using System.Globalization;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.Time;

namespace PairingLab.Host.Commands;

/// <summary>monitor: shows what comes over a display's line, and the display as it is, until it is stopped.</summary>
public sealed class MonitorCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Argument<string> line = new("LINE") { Description = "/dev/ttyUSB0, COM3, tcp://host:port or rfc2217://host:port" };
    private readonly Option<int> baud = new("--baud") { Description = "Bits a second", DefaultValueFactory = _ => 9600 };
    private readonly Option<string> parity = new("--parity") { Description = "The parity bit", DefaultValueFactory = _ => "none" };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        parity.AcceptOnlyFromAmong("none", "even", "odd");
        var command = new Command("monitor", "Shows the sentences of a display's line and the display itself, until Ctrl-C")
        {
            line, baud, parity,
        };
        command.SetAction((parsed, _) => ShowAsync(parsed));
        return command;
    }

    private async Task<int> ShowAsync(ParseResult parsed)
    {
        var settings = new SerialSettings(parsed.GetValue(baud), Enum.Parse<SerialParity>(parsed.GetValue(parity)!, ignoreCase: true));
        var address = parsed.GetValue(line)!;
        await using var display = await CommanderDisplay.OpenAsync(
            address, address, new RealTime(TimeProvider.System), new Screen(console), settings, cancel: interrupted);
        console.Say($"{address} {settings}; Ctrl-C ends it");
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = interrupted.Register(() => stopped.TrySetResult());
        await stopped.Task;
        console.Say($"{display.Diagnosis}");
        return ExitCode.Passed;
    }

    /// <summary>Writes what the driver sees as it comes.</summary>
    private sealed class Screen(LabConsole console) : IEvidenceSink
    {
        public IReadOnlyCollection<string> Secrets => [];

        public void SentenceSeen(string device, string sentence, string? note) =>
            console.Say($"{Now()}  {sentence}{(note is null ? "" : sentence.Length == 0 ? note : $"   {note}")}");

        public void DisplaySeen(string device, byte left, byte right)
        {
            foreach (var row in SegmentDrawing.Of(left, right))
            {
                console.Say($"              {row}");
            }
        }

        public void PanelSeen(PanelReading panel, string act)
        {
        }

        public void Attested(string device, string question, string answer)
        {
        }

        public void FileKept(string name, byte[] content, string caption)
        {
        }

        public void Secret(string value)
        {
        }

        private static string Now() => TimeProvider.System.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
    }
}
