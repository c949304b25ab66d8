using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Doctor;

namespace PairingLab.Host.Commands;

/// <summary>A bench with hardware, for the time of a run: taken, examined, and begun and ended with its own commands.</summary>
internal sealed class PhysicalBench : IAsyncDisposable
{
    private readonly Bench bench;
    private readonly LabConsole console;
    private readonly BenchLock? taken;

    private PhysicalBench(Bench bench, LabConsole console, BenchLock? taken) =>
        (this.bench, this.console, this.taken) = (bench, console, taken);

    /// <summary>Takes it. A bench that is simulated needs none of this.</summary>
    /// <exception cref="CommandException">Somebody else has it, or it is not fit for a run.</exception>
    public static async Task<PhysicalBench> BeginAsync(RunPlan plan, RunOptions options, LabConsole console, CancellationToken interrupted)
    {
        var planned = plan.Bench;
        if (!planned.IsPhysical)
        {
            return new(planned, console, null);
        }

        var began = new PhysicalBench(planned, console, await TakeAsync(plan, options, console, interrupted));
        try
        {
            await DoAsync("before", planned.Before, interrupted);
            await began.ExamineAsync(interrupted);
            return began;
        }
        catch
        {
            await began.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (taken is null)
        {
            return;
        }

        try
        {
            // Done though the run was stopped: a place that stays acquired is nobody's.
            await DoAsync("after", bench.After, CancellationToken.None);
        }
        catch (BenchActionException e)
        {
            console.Complain(e.Message);
        }

        taken.Dispose();
    }

    private static async Task<BenchLock> TakeAsync(RunPlan plan, RunOptions options, LabConsole console, CancellationToken interrupted)
    {
        return options.Wait
            ? await BenchLock.TakeAsync(plan.Bench, plan.BenchFile, options.CommandLine, h => console.Say($"waiting: {h}"), interrupted)
            : BenchLock.TryTake(plan.Bench, plan.BenchFile, options.CommandLine, out var holder)
                ?? throw new CommandException($"{holder}; --wait waits until it is free");
    }

    private static async Task DoAsync(string when, IReadOnlyList<BenchAction> actions, CancellationToken cancel)
    {
        using var http = new HttpClient();
        var runner = new BenchActionRunner(http);
        foreach (var action in actions)
        {
            await runner.DoAsync(when, action, cancel);
        }
    }

    // A cable that is out is not the product's fault: it is said before a scenario is blamed.
    private async Task ExamineAsync(CancellationToken cancel)
    {
        var findings = await BenchExamination.OfAsync(bench, cancel);
        foreach (var finding in findings.Where(f => f.Health != Health.Good))
        {
            console.Say(DoctorCommand.Line(finding));
        }

        if (findings.Any(f => f.Health == Health.Bad))
        {
            throw new CommandException(
                $"the bench \"{bench.Name}\" is not fit for a run, so nothing was run: "
                + string.Join("; ", findings.Where(f => f.Health == Health.Bad).Select(f => $"{f.Subject}: {f.Words}")));
        }
    }
}

/// <summary>Examines the lines and pages of a bench, all at once.</summary>
internal static class BenchExamination
{
    /// <summary>What was found, in the order of the file.</summary>
    public static async Task<IReadOnlyList<Finding>> OfAsync(Bench bench, CancellationToken cancel)
    {
#pragma warning disable MA0039 // The lab's certificates, and those of many devices, are their own: a browser takes them here too.
        using var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        });
#pragma warning restore MA0039
        return await Task.WhenAll(bench.Devices.Where(d => d.Is == DeviceWay.Real).Select(d => d.Line is not null
            ? new LineDoctor(TimeProvider.System).ExamineAsync(d, cancel)
            : new PageDoctor(http, TimeProvider.System).ExamineAsync(d, cancel)));
    }
}
