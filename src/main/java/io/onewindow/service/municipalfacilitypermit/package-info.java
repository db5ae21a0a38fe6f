/** 市政设施建设类审批（三合一）: what the one permit for roads, greenery and water facilities needs. */
package io.onewindow.service.municipalfacilitypermit;
