using System.Globalization;
using System.Text;
using PairingLab.Drivers.Record;
using PairingLab.Host.Site;
using PairingLab.Reports.Evidence;
using PairingLab.Wire;

namespace PairingLab.Host.Record;

/// <summary>Writes down what a person did at a bench in the lab's own steps. What there is no step for becomes a comment.</summary>
/// <param name="system">The system of the bench's devices.</param>
/// <param name="secrets">What the draft may not hold.</param>
public sealed class DraftFeature(string system, SecretMask secrets)
{
    private readonly List<DraftStep> steps = [];
    private readonly Dictionary<string, PanelReading> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PanelReading> settled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> filled = new(StringComparer.Ordinal);
    private string? lastOtp;
    private (string Device, string Button)? swallowed;

    /// <summary>The steps so far; a comment has no keyword.</summary>
    public IReadOnlyList<DraftStep> Steps => steps;

    /// <summary>Takes what happened next.</summary>
    public void Add(DateTimeOffset at, Happening happening)
    {
        switch (happening)
        {
            case PanelChanged changed: shown[changed.Device] = changed.Panel; break;
            case FieldFilled fill: Filled(fill.Device)[fill.Field] = fill.Text; break;
            case ButtonPressed press: Press(at, press); break;
            case OtpSeen otp when otp.Otp != lastOtp:
                lastOtp = otp.Otp;
                Settle(at);
                Do(at, RecordedWords.OtpRead);
                break;
            case DisplayWentDark dark when lastOtp is not null:
                Settle(at);
                steps.Add(new("Then", RecordedWords.Dark(dark.Device), at));
                break;
            case SaidToShow said: Expect(at, said.Device, said.Text); break;
            case Noted note: steps.Add(new(null, $"{note.Device}: {note.Text}", at)); break;
        }
    }

    /// <summary>The recording has ended: what is shown now is the end of the scenario.</summary>
    public void End(DateTimeOffset at) => Settle(at);

    /// <summary>The feature file.</summary>
    public string Text(string bench, DateTimeOffset began)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"@{system}\nFeature: Recorded on the bench \"{bench}\"\n")
            .Append(CultureInfo.InvariantCulture, $"  Recorded by hand on {began:yyyy-MM-dd} at {began:HH:mm}. A draft: ")
            .Append("name what it shows, and leave out what does not belong to it.\n\n")
            .Append("  Scenario: What was done by hand\n");
        if (PairingSystems.BuiltIn.All.FirstOrDefault(s => s.Name == system)?.Beginning is { } beginning)
        {
            text.Append(CultureInfo.InvariantCulture, $"    Given {beginning}\n");
        }

        var last = "";
        foreach (var step in steps)
        {
            var word = step.Keyword is null ? "#" : step.Keyword == last ? "And" : step.Keyword;
            last = step.Keyword ?? last;
            text.Append(CultureInfo.InvariantCulture, $"    {word} {secrets.Apply(step.Text).ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }

    private Dictionary<string, string> Filled(string device)
    {
        if (!filled.TryGetValue(device, out var fields))
        {
            filled[device] = fields = new(StringComparer.Ordinal);
        }

        return fields;
    }

    private void Press(DateTimeOffset at, ButtonPressed press)
    {
        var (device, button) = (press.Device, press.Button);
        Settle(at);
        if (button.Length == 1)
        {
            // A key of a keypad: what is keyed in counts, not each key.
            Filled(device)["keypad"] = Filled(device).GetValueOrDefault("keypad", "") + button;
            return;
        }

        var fields = Filled(device);
        filled.Remove(device);
        if (swallowed is { } expected)
        {
            swallowed = null;
            if (expected == (device, button))
            {
                return; // the step before it has done that
            }
        }

        if (Meant(device, button, fields) is { } words)
        {
            Do(at, words);
            return;
        }

        foreach (var (field, _) in fields)
        {
            // Not what was typed: nobody knows which of it may be read.
            steps.Add(new(null, $"'{field}' was filled on {device}; the lab has no step for it", at));
        }

        if (RecordedWords.Press(device, button) is { } step)
        {
            Do(at, step);
        }
        else
        {
            steps.Add(new(null, $"[{button}] was pressed on {device}; the lab has no step for it", at));
        }
    }

    // Steps that say what a person means, and do it with all its presses.
    private string? Meant(string device, string button, Dictionary<string, string> fields)
    {
        if (device.StartsWith("config-", StringComparison.Ordinal))
        {
            if (button == "Retrieve Pairing OTP")
            {
                swallowed = (device, "Ok");
                return RecordedWords.PairingOtpRetrieved;
            }

            return button == "Ok" && fields.ContainsKey("OTP") ? RecordedWords.OtpEntered(device)
                : button == "Sign In" && fields.Values.FirstOrDefault(v => v is "manager" or "cashier") is { } role
                ? RecordedWords.SignedIn(role)
                : null;
        }

        return device.StartsWith("pos-", StringComparison.Ordinal) && button == "OK"
            && (fields.ContainsKey("Pairing OTP") || fields.ContainsKey("keypad"))
            ? RecordedWords.PairingOtpEntered(device)
            : null;
    }

    private void Do(DateTimeOffset at, string text) => steps.Add(new("When", text, at));

    private void Expect(DateTimeOffset at, string device, string text)
    {
        var isOpen = secrets.Apply(text) == text;
        steps.Add(isOpen && RecordedWords.Shows(device, text) is { } step
            ? new("Then", step, at)
            : new(null, $"{device} showed: {text}", at));
    }

    // What has come to be shown since the act before, as it stands when the next one is done: what passed by is no expectation.
    private void Settle(DateTimeOffset at)
    {
        foreach (var (device, now) in shown)
        {
            var before = settled.GetValueOrDefault(device);
            if (before is not null)
            {
                var texts = now.Texts.Prepend(now.Title).Where(t => t.Length > 0);
                foreach (var text in texts.Where(t => t != before.Title && !before.Texts.Contains(t)))
                {
                    Expect(at, device, text);
                }
            }

            settled[device] = now;
        }
    }
}

/// <summary>A line of the draft.</summary>
/// <param name="Keyword">When or Then; null for a comment.</param>
/// <param name="Text">Its text, secrets not masked yet.</param>
/// <param name="At">When it was done.</param>
public sealed record DraftStep(string? Keyword, string Text, DateTimeOffset At);
