using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Network;

/// <summary>What is said of an errand that went wrong: nobody awaits it, so the error output is all there is.</summary>
public sealed class ErrandsTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly TextWriter _before = Console.Error;
    private readonly StringWriter _said = new();
    private readonly TaskCompletionSource _onItsWay = new();
    private readonly Errands _errands;

    public ErrandsTests()
    {
        _errands = new(new CableDrum(_clock, 1).Lay("payment-77"), _clock);
        Console.SetError(TextWriter.Synchronized(_said));
    }

    [Fact]
    public async Task One_that_finds_its_connection_gone_with_the_power_ends_in_silence()
    {
        _errands.Send("look", null, default, FindNothingAsync);
        _errands.Dispose();
        await EndAsync();
        _said.ToString().ShouldNotContain("payment-77: look");
    }

    [Fact]
    public async Task With_the_power_on_the_same_is_a_bug_and_is_said()
    {
        _errands.Send("look", null, default, FindNothingAsync);
        await EndAsync();
        _said.ToString().ShouldContain("payment-77: look: System.ObjectDisposedException");
    }

    public void Dispose()
    {
        Console.SetError(_before);
        _errands.Dispose();
    }

    private async Task FindNothingAsync(CancellationToken cancel)
    {
        await _onItsWay.Task;
        throw new ObjectDisposedException("the connection");
    }

    // A stepped clock goes on when every errand has come home.
    private async Task EndAsync()
    {
        _onItsWay.SetResult();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
    }
}
