using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;

namespace PairingLab.Drivers.Operator;

/// <summary>A status display that the person at the bench reads to the lab.</summary>
public sealed class OperatorDisplay(string device, OperatorSession session, IEvidenceSink evidence) : IStatusDisplay
{
    private const int Tries = 3;

    /// <inheritdoc />
    public async Task<string> ReadSiteOtpAsync(TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var again = "";
        for (var i = 0; i < Tries; i++)
        {
            var answer = await session.AskAsync(
                device,
                QuestionKind.Read,
                $"{again}Which OTP does the display of {device} show? It shows two pairs of digits in turn: type all four, "
                + "beginning with the pair that has the decimal point.",
                [],
                cancel);
            var text = answer.Text?.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) ?? "";
            if (answer.Verdict != Verdict.Pass)
            {
                throw new PanelTimeoutException($"{device} shows no OTP, says the operator{(text.Length == 0 ? "" : $": {answer.Text}")}");
            }

            evidence.Secret(answer.Text!);
            if (text.Length == 4 && text.All(char.IsAsciiDigit))
            {
                return text;
            }

            again = "That was not four digits. ";
        }

        throw new NotAnsweredException($"{Tries} answers were not four digits: the OTP of {device}");
    }
}

/// <summary>A panel or display beside devices that a person works: what the person was asked to do is done before it is used.</summary>
public sealed class AttendedPanel(IPanel panel, OperatorSession session) : IPanel
{
    /// <inheritdoc />
    public string Device => panel.Device;

    /// <inheritdoc />
    public async Task<PanelReading> ReadAsync(CancellationToken cancel = default)
    {
        await session.ConfirmAsync(cancel);
        return await panel.ReadAsync(cancel);
    }

    /// <inheritdoc />
    public async Task<PanelReading> PressAsync(string button, CancellationToken cancel = default)
    {
        await session.ConfirmAsync(cancel);
        return await panel.PressAsync(button, cancel);
    }

    /// <inheritdoc />
    public async Task<PanelReading> EnterAsync(string field, string text, CancellationToken cancel = default)
    {
        await session.ConfirmAsync(cancel);
        return await panel.EnterAsync(field, text, cancel);
    }

    /// <inheritdoc />
    public async Task<PanelReading> WaitUntilAsync(
        Func<PanelReading, bool> condition, string what, TimeSpan? limit = null, CancellationToken cancel = default)
    {
        await session.ConfirmAsync(cancel);
        return await panel.WaitUntilAsync(condition, what, limit, cancel);
    }
}

/// <summary>The same for a status display.</summary>
public sealed class AttendedDisplay(IStatusDisplay display, OperatorSession session) : IStatusDisplay
{
    /// <inheritdoc />
    public async Task<string> ReadSiteOtpAsync(TimeSpan? limit = null, CancellationToken cancel = default)
    {
        await session.ConfirmAsync(cancel);
        return await display.ReadSiteOtpAsync(limit, cancel);
    }
}
