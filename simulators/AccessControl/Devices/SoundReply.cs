using System.Text.Json;
using PairingLab.Kernel.Network;

namespace PairingLab.AccessControl.Devices;

/// <summary>
/// A success that does not say what was asked for is none: whoever answered there, a hotel's sign-in page perhaps, it was not MACS.
/// A device takes it for the error of a gateway (RFC 9110, 502).
/// </summary>
internal static class SoundReply
{
    private const int BadGateway = 502;

    /// <summary>The answer; an error when it is a success without sense.</summary>
    /// <param name="answer">What comes.</param>
    /// <param name="isSound">Whether everything that the device goes by is in it.</param>
    public static async Task<DeviceReply> OfAsync<T>(Task<DeviceReply> answer, Func<T, bool> isSound)
    {
        var reply = await answer;
        return !reply.Ok || Says(reply, isSound) ? reply : reply with { Status = BadGateway };
    }

    private static bool Says<T>(DeviceReply reply, Func<T, bool> isSound)
    {
        try
        {
            return isSound(reply.Read<T>());
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
