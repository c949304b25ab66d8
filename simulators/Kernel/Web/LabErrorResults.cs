using Microsoft.AspNetCore.Http;

namespace PairingLab.Kernel.Web;

/// <summary>Answers with a <see cref="LabError"/>.</summary>
public static class LabErrorResults
{
    extension(LabError)
    {
        /// <summary>404 with this error.</summary>
        public static IResult NotFound(string code, string message) => Answer(StatusCodes.Status404NotFound, new(code, message));

        /// <summary>400 with this error.</summary>
        public static IResult BadRequest(string code, string message) => Answer(StatusCodes.Status400BadRequest, new(code, message));

        /// <summary>409 with this error.</summary>
        public static IResult Conflict(LabError error) => Answer(StatusCodes.Status409Conflict, error);

        /// <summary>This error with any status.</summary>
        public static IResult Answer(int status, LabError error) =>
            Results.Json(new LabErrorBody(error), LabJson.Options, statusCode: status);
    }
}
