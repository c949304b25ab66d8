using PairingLab.AccessControl.Devices;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using MacsDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.AccessControl.Devices.MacsDeviceState,
    PairingLab.AccessControl.Devices.MacsDeviceRequest,
    PairingLab.AccessControl.Devices.MacsDeviceReply>;

namespace PairingLab.AccessControl.Screens;

/// <summary>The pairing process for a person at the bench, and which step comes next.</summary>
internal static class MacsGuide
{
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices, string macs, string adminToken)
    {
        var terminals = devices.OfType<MacsDevice>().ToList();
        if (terminals.Count == 0)
        {
            return null;
        }

        var next = terminals.Find(t => t.State is { Memory.Paired: false }) ?? terminals[0];
        var step = next.State switch
        {
            { Memory.Paired: true } => 3,
            { } s when MacsDeviceLogic.IsCode(s.Text(MacsDeviceFields.Code)) => 2,
            _ => 1,
        };
        var serial = MacsDeviceLogic.SerialOf(next.Info.Id);
        return new(
            "Pair a MACS device",
            [
                new(1, "Get Pairing Code, and enter it on the POS", next.Info.Id,
                    $"In the admin panel, {macs}/admin/ (e-mail and password: GET /lab/directory): Locations, its location, "
                    + $"[Get Pairing Code]. By script: curl -X POST {macs}/lab-admin/terminals/{serial}/pairing-code "
                    + $"-H \"Authorization: Bearer {adminToken}\" gives eight digits, good for two hours. Enter them."),
                new(2, "Initiate paring process", next.Info.Id, "[Pair]."),
            ],
            step,
            $"{next.Info.Id} is paired. [Identity confirmed], take a card, [Contactless].");
    }
}
