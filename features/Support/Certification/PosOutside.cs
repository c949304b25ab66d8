using System.Diagnostics;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;

namespace PairingLab.Features.Support.Certification;

/// <summary>What is done to a POS from outside its page, as its description says: a command, an HTTP request, or a person.</summary>
/// <param name="description">The POS.</param>
/// <param name="address">Its page.</param>
/// <param name="desk">Where a person is asked; null when there is none.</param>
internal sealed class PosOutside(PosDescription description, Uri address, IOperatorDesk? desk) : IPosOutside, IDisposable
{
    private const int LongestWait = 120;

    private readonly HttpClient http = new();

    /// <inheritdoc />
    public async Task<Uri> FreshAsync()
    {
        await DoAsync(description.Reset, "reset");
        return address;
    }

    /// <inheritdoc />
    public Task RestartAsync() => DoAsync(description.Restart, "restart");

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task DoAsync(PosOrder? order, string what)
    {
        if (order is null)
        {
            return;
        }

        var whyNot = order switch
        {
            { Command: { } command } => await RunAsync(command),
            { Http: { } request } => await SendAsync(request.Split(' ')),
            _ => await AskAsync(order.Operator!),
        };
        if (whyNot is not null)
        {
            throw new PosRefusedException(null, $"the {what} of the description failed: {whyNot}");
        }

        await AnswersAsync(what);
    }

    /// <summary>A POS that starts again answers after a while, and nobody says when.</summary>
    private async Task AnswersAsync(string what)
    {
        if (address.Scheme == Uri.UriSchemeFile)
        {
            return;
        }

        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        for (var tries = 0; tries < LongestWait; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
                return;
            }
            catch (HttpRequestException)
            {
                await second.WaitForNextTickAsync();
            }
        }

        throw new PosRefusedException(null, $"{address} does not answer {LongestWait} s after the {what} of the description");
    }

    private static async Task<string?> RunAsync(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : $"{command[0]} ended with {process.ExitCode}: {string.Concat(said).Trim()}";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"{command[0]}: {e.Message}";
        }
    }

    private async Task<string?> SendAsync(string[] request)
    {
        try
        {
            using var asked = new HttpRequestMessage(new(request[0]), request[1]);
            using var answer = await http.SendAsync(asked);
            return answer.IsSuccessStatusCode ? null : $"{string.Join(' ', request)} was answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return $"{string.Join(' ', request)}: {e.Message}";
        }
    }

    private async Task<string?> AskAsync(string what)
    {
        if (desk is null)
        {
            return $"nobody is there to do it: {what}";
        }

        var answer = await desk.AskAsync(new("pos", QuestionKind.Do, what));
        return answer.Verdict == Verdict.Pass ? null : $"{what} ({answer.In(QuestionKind.Do)})";
    }
}
