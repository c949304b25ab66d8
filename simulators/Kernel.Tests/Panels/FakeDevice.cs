using PairingLab.Kernel.Panels;

namespace PairingLab.Kernel.Tests.Panels;

/// <summary>A device with one live and one dead button, a field and a password.</summary>
internal sealed class FakeDevice(string id) : IDevice
{
    private Panel panel = new(
        id,
        "Fake",
        [],
        [new("Go"), new("Dead", Enabled: false)],
        [new("Name", ""), new("Password", "sesame", Secret: true), new("Fixed", "x", Enabled: false)]);

    public event Action? Changed;

    public DeviceInfo Info { get; } = new(id, "fake", "none", "F1");

    public bool Powered { get; private set; } = true;

    public bool Ended { get; private set; }

    public Panel Panel => Powered ? panel : Panel.Dark(id);

    public string? Line => null;

    public Type View => typeof(object);

    public Task PressAsync(string button) => Show(panel with { Texts = [.. panel.Texts, button] });

    public Task EnterAsync(string field, string text) =>
        Show(panel with { Fields = [.. panel.Fields.Select(f => f.Name == field ? f with { Value = text } : f)] });

    public Task PowerAsync(bool on)
    {
        Powered = on;
        return Show(panel);
    }

    public ValueTask DisposeAsync()
    {
        Ended = true;
        return ValueTask.CompletedTask;
    }

    private Task Show(Panel next)
    {
        panel = next;
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
