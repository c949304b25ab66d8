using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Doctor;

/// <summary>Asks for the page of a real device, and compares its clock with this machine's.</summary>
public sealed class PageDoctor(HttpClient http, TimeProvider clock)
{
    // The Date header has whole seconds.
    private static readonly TimeSpan ClockLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Examines it.</summary>
    public async Task<Finding> ExamineAsync(BenchDevice device, CancellationToken cancel)
    {
        var subject = $"{device.Id} at {device.Page}";
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var answer = await http.GetAsync(device.Page, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var off = answer.Headers.Date - clock.GetUtcNow();
            return (int)answer.StatusCode >= 400
                ? new(Health.Bad, subject, $"answers with {(int)answer.StatusCode}; a page that can be read is needed")
                : off?.Duration() > ClockLimit
                ? new(
                    Health.Doubtful,
                    subject,
                    $"answers; its clock is {off.Value.TotalSeconds:+0;-0} s off this machine's: set both by one source")
                : new(Health.Good, subject, $"answers with {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return new(Health.Bad, subject, $"does not answer: {e.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(Health.Bad, subject, $"does not answer within {Limit.TotalSeconds:0} s");
        }
    }
}
