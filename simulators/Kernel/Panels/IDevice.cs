namespace PairingLab.Kernel.Panels;

/// <summary>A simulated device: something with a screen that a person could touch.</summary>
public interface IDevice : IAsyncDisposable
{
    /// <summary>Something on the screen changed.</summary>
    event Action? Changed;

    /// <summary>Who it is.</summary>
    DeviceInfo Info { get; }

    /// <summary>Whether it has power.</summary>
    bool Powered { get; }

    /// <summary>What it shows now.</summary>
    Panel Panel { get; }

    /// <summary>Its serial line's address (a tty path, or tcp://host:port), null when it has none or it is unplugged.</summary>
    string? Line { get; }

    /// <summary>Where a terminal program reaches it (tcp://host:port); null when it can't.</summary>
    string? Remote => null;

    /// <summary>What the lab tells a tester beside the screen.</summary>
    IReadOnlyList<TesterNote> Help => [];

    /// <summary>The Razor component that draws it; takes the parameters <c>Panel</c> and <c>Device</c>.</summary>
    Type View { get; }

    /// <summary>Presses a button that <see cref="Panel"/> offers. What it sets off may still be under way on return.</summary>
    Task PressAsync(string button);

    /// <summary>Replaces the text of a field that <see cref="Panel"/> offers.</summary>
    Task EnterAsync(string field, string text);

    /// <summary>Switches the device on or off; off is as sudden as a pulled plug.</summary>
    Task PowerAsync(bool on);
}
